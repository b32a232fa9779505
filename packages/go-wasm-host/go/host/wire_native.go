//go:build !wasip1

package host

import (
	"encoding/json"
	"io/fs"
)

// wire plays the host's part where there is none, so that engines have ordinary Go tests.
type wire struct {
	files fs.FS
	calls map[string]func(request json.RawMessage) ([]byte, error)
}

var world wire

// Simulate lets the following calls see these files and functions.
func Simulate(files fs.FS, calls map[string]func(request json.RawMessage) ([]byte, error)) {
	world = wire{files, calls}
}

func (w wire) read(path string) ([]byte, error) { return fs.ReadFile(w.files, path) }

func (w wire) list(path string) ([]byte, error) {
	if path == "" {
		path = "."
	}
	found, err := fs.ReadDir(w.files, path)
	if err != nil {
		return nil, err
	}
	entries := []DirEntry{}
	for _, entry := range found {
		entries = append(entries, DirEntry{entry.Name(), entry.IsDir()})
	}
	return encode(entries)
}

func (wire) real(path string) ([]byte, error) { return []byte(path), nil }

func (w wire) call(name string, request []byte) ([]byte, error) {
	known, ok := w.calls[name]
	if !ok {
		return nil, errHostFailed
	}
	return known(request)
}
