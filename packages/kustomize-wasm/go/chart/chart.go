// Package chart is how kustomize's chart inflation reaches Helm: through the host, which has Helm and may have the chart.
package chart

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"slipway.dev/gowasmhost/host"
	"slipway.dev/kustomizewasm/tree"
)

// A Ref names a chart in a repository, as a kustomization does.
type Ref struct {
	Repository string `json:"repository"`
	Chart      string `json:"chart"`
	Version    string `json:"version"`
}

// A Request is one `helm template`.
type Request struct {
	Chart        string   `json:"chart"` // directory or archive, in the tree
	ReleaseName  string   `json:"releaseName,omitempty"`
	NameTemplate string   `json:"nameTemplate,omitempty"`
	Namespace    string   `json:"namespace,omitempty"`
	Values       []string `json:"values"` // YAML; later ones win
	KubeVersion  string   `json:"kubeVersion,omitempty"`
	APIVersions  []string `json:"apiVersions"`
	IncludeCRDs  bool     `json:"includeCrds"`
	SkipHooks    bool     `json:"skipHooks"`
	SkipTests    bool     `json:"skipTests"`
}

var needed = []Ref{}

// Forget starts a new build.
func Forget() { needed = []Ref{} }

// Needed are the charts this build went on without.
func Needed() []Ref { return needed }

// Local gives the place in the tree of a chart that is a directory; false, if there is none.
func Local(directory string) (place string, found bool, err error) {
	place, err = tree.Relative(directory)
	if err != nil {
		return "", false, err
	}
	if _, err = host.ReadFile(path.Join(place, "Chart.yaml")); errors.Is(err, fs.ErrNotExist) {
		_, err = host.ReadDir(place)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return "", false, nil
	}
	return place, err == nil, err
}

// Locate gives the place in the tree of a chart from a repository; false, if it is not there, with the need noted.
func Locate(ref Ref) (place string, found bool, err error) {
	var answer struct {
		Path *string `json:"path"`
	}
	if err := host.Call("locate", ref, &answer); err != nil {
		return "", false, err
	}
	if answer.Path == nil {
		need(ref)
		return "", false, nil
	}
	return *answer.Path, true, nil
}

// Inflate renders a chart; false, if Helm itself misses a chart, with the need noted.
func Inflate(request Request) (manifests string, found bool, err error) {
	var answer struct {
		YAML    string `json:"yaml"`
		Missing *Ref   `json:"missing"`
	}
	if err := host.Call("inflate", request, &answer); err != nil {
		return "", false, err
	}
	if answer.Missing != nil {
		need(*answer.Missing)
		return "", false, nil
	}
	return answer.YAML, true, nil
}

func need(ref Ref) {
	if !slices.Contains(needed, ref) {
		needed = append(needed, ref)
	}
}
