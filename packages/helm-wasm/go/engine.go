//go:debug randseednop=0

// Helm's template engine as a WebAssembly module that sees nothing but the host's tree of files.
package main

import (
	"encoding/json"
	"errors"
	"math/rand"

	"slipway.dev/gowasmhost/host"
	"slipway.dev/helmwasm/render"
)

func init() {
	host.Register("template", answer)
}

func main() {}

type outcome struct {
	*render.Response
	Failure *failure `json:"failure,omitempty"`
}

type failure struct {
	Message  string           `json:"message"`
	Detail   string           `json:"detail"`
	Location *render.Location `json:"location,omitempty"`
}

func answer(body json.RawMessage) (any, error) {
	var request render.Request
	if err := json.Unmarshal(body, &request); err != nil {
		return nil, err
	}
	// The host's random numbers start anew with every call; those Go keeps for `shuffle` and `randInt` have to be told.
	rand.Seed(1)
	response, err := render.Template(hostTree{}, &request)
	var expected *render.Failure
	if errors.As(err, &expected) {
		return outcome{Failure: &failure{expected.Message, expected.Detail, expected.Location}}, nil
	}
	return outcome{Response: response}, err
}

type hostTree struct{}

func (hostTree) ReadFile(path string) ([]byte, error) { return host.ReadFile(path) }

func (hostTree) ReadDir(path string) ([]render.Entry, error) {
	listed, err := host.ReadDir(path)
	entries := make([]render.Entry, len(listed))
	for index, entry := range listed {
		entries[index] = render.Entry{Name: entry.Name, Directory: entry.Directory}
	}
	return entries, err
}
