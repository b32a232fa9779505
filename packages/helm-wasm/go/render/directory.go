package render

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"time"

	"helm.sh/helm/v4/pkg/chart/loader/archive"
	"helm.sh/helm/v4/pkg/ignore"
)

// directoryReader collects a chart directory's files in the order in which Helm walks a disk.
type directoryReader struct {
	tree   Tree
	root   string
	rules  *ignore.Rules
	budget int64
	files  []*archive.BufferedFile
}

// walk takes a directory by its path within the chart.
func (reader *directoryReader) walk(dir string, entries []Entry) error {
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Name, b.Name) })
	for _, entry := range entries {
		name := path.Join(dir, entry.Name)
		if reader.rules.Ignore(name, fileInfo{entry}) {
			continue
		}
		if !entry.Directory {
			if err := reader.read(name); err != nil {
				return err
			}
			continue
		}
		children, err := reader.tree.ReadDir(path.Join(reader.root, name))
		if err != nil {
			return err
		}
		if err := reader.walk(name, children); err != nil {
			return err
		}
	}
	return nil
}

func (reader *directoryReader) read(name string) error {
	file := path.Join(reader.root, name)
	data, err := reader.tree.ReadFile(file)
	if err != nil {
		return err
	}
	if reader.budget -= int64(len(data)); reader.budget < 0 {
		cause := fmt.Errorf("chart exceeds maximum decompressed size of %d bytes", archive.MaxDecompressedChartSize)
		return fail(cause, "the chart at %q is larger than Helm reads", reader.root).at(file)
	}
	data = bytes.TrimPrefix(data, byteOrderMark)
	reader.files = append(reader.files, &archive.BufferedFile{Name: name, Data: data})
	return nil
}

// fileInfo is as much of a file's description as .helmignore rules ask for.
type fileInfo struct{ entry Entry }

func (info fileInfo) Name() string  { return info.entry.Name }
func (info fileInfo) IsDir() bool   { return info.entry.Directory }
func (fileInfo) Size() int64        { return 0 }
func (fileInfo) ModTime() time.Time { return time.Time{} }
func (fileInfo) Sys() any           { return nil }
func (info fileInfo) Mode() fs.FileMode {
	if info.IsDir() {
		return fs.ModeDir
	}
	return 0
}
