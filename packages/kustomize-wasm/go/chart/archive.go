package chart

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"slipway.dev/gowasmhost/host"
)

// maxValues keeps an archive that inflates without end from being read to that end.
const maxValues = 64 << 20

var errNoValues = errors.New("the chart has no values.yaml, which kustomize wants of every chart")

// DefaultValues reads values.yaml of a chart that is a directory or an archive.
func DefaultValues(place string) ([]byte, error) {
	archive, err := host.ReadFile(place)
	if err == nil {
		return archivedValues(archive)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	content, err := host.ReadFile(path.Join(place, "values.yaml"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errNoValues
	}
	return content, err
}

// archivedValues finds CHART/values.yaml; those of subcharts lie deeper.
func archivedValues(archive []byte) ([]byte, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, host.Invalid("the chart's archive is damaged").WithDetail(err.Error())
	}
	files := tar.NewReader(io.LimitReader(unzipped, maxValues))
	for {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil, errNoValues
		}
		if err != nil {
			return nil, host.Invalid("the chart's archive is damaged").WithDetail(err.Error())
		}
		name := path.Clean(header.Name)
		if path.Base(name) == "values.yaml" && strings.Count(name, "/") == 1 {
			return io.ReadAll(files)
		}
	}
}
