//go:debug randseednop=0

// Go's text/template with the functions Argo CD gives to ApplicationSets, as a WebAssembly module.
package main

import (
	"encoding/json"
	"math/rand"

	"slipway.dev/gotemplatewasm/applicationset"
	"slipway.dev/gowasmhost/host"
)

func init() {
	host.Register("renderAll", answer)
}

func main() {}

type request struct {
	// Data are the distinct parameter sets of Templates, which often share one.
	Data      []map[string]any `json:"data"`
	Templates []struct {
		Text    string   `json:"text"`
		Data    int      `json:"data"`
		Options []string `json:"options"`
	} `json:"templates"`
}

func answer(body json.RawMessage) (any, error) {
	var all request
	if err := json.Unmarshal(body, &all); err != nil {
		return nil, err
	}
	// The host's random numbers start anew with every call; those Go keeps for `shuffle` and `randInt` have to be told.
	rand.Seed(1)
	results := make([]applicationset.Result, len(all.Templates))
	for index, template := range all.Templates {
		results[index] = applicationset.Render(template.Text, all.Data[template.Data], template.Options)
	}
	return results, nil
}
