// Package host is an engine's view of the world: operations it offers, files it may read, functions it may call back.
// There is nothing else: no disk, no network, no processes, no environment.
package host

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// An Operation answers a JSON request with a value that is sent back as JSON.
type Operation func(request json.RawMessage) (any, error)

// A DirEntry is one entry of a directory.
type DirEntry struct {
	Name      string `json:"name"`
	Directory bool   `json:"directory"`
}

var operations = map[string]Operation{}

// Register offers an operation to the host. Engines do this in an init function.
func Register(name string, operation Operation) {
	if _, taken := operations[name]; taken {
		panic(fmt.Sprintf("operation %q is registered twice", name))
	}
	operations[name] = operation
}

// ReadFile reads a file of the tree. The error is fs.ErrNotExist if there is none.
func ReadFile(name string) ([]byte, error) {
	name, err := treePath(name)
	if err != nil {
		return nil, err
	}
	content, err := world.read(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return content, nil
}

// ReadDir lists a directory of the tree; "" is the tree's root. The error is fs.ErrNotExist if there is none.
func ReadDir(name string) ([]DirEntry, error) {
	name, err := treePath(name)
	if err != nil {
		return nil, err
	}
	content, err := world.list(name)
	if err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	var entries []DirEntry
	return entries, json.Unmarshal(content, &entries)
}

// RealPath follows the symbolic links in a path, which need not exist.
func RealPath(name string) (string, error) {
	name, err := treePath(name)
	if err != nil {
		return "", err
	}
	real, err := world.real(name)
	return string(real), err
}

// Call asks the host to run one of the functions it offers.
func Call(name string, request, response any) error {
	body, err := encode(request)
	if err != nil {
		return err
	}
	answer, err := world.call(name, body)
	if err != nil {
		return err
	}
	return json.Unmarshal(answer, response)
}

// treePath cleans a path, so that each file has one name in the record of reads.
func treePath(name string) (string, error) {
	cleaned := path.Clean("/" + name)[1:]
	if relative := path.Clean(strings.TrimPrefix(name, "/")); relative == ".." || strings.HasPrefix(relative, "../") {
		return "", Refused("%q is outside the file tree", name)
	}
	return cleaned, nil
}
