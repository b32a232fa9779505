// Package render is `helm template` over a tree of files that is not a disk.
package render

import "encoding/json"

// Request names a chart in the tree and what `helm template` would be told on its command line.
type Request struct {
	// Chart is a directory or a packed chart.
	Chart       string `json:"chart"`
	ReleaseName string `json:"releaseName"`
	// Namespace is `default` when empty, as Helm has it without a kubeconfig.
	Namespace string `json:"namespace"`
	// ValuesFiles are paths in the tree; later ones win.
	ValuesFiles []string `json:"valuesFiles"`
	// Values are YAML texts that win over all files; later ones win.
	Values         []string        `json:"values"`
	Parameters     []Parameter     `json:"parameters"`
	FileParameters []FileParameter `json:"fileParameters"`
	// KubeVersion is what `--kube-version` takes; empty means the version Helm was built for.
	KubeVersion string `json:"kubeVersion"`
	// APIVersions are added to the ones Helm always assumes.
	APIVersions          []string `json:"apiVersions"`
	IncludeCRDs          bool     `json:"includeCrds"`
	SkipHooks            bool     `json:"skipHooks"`
	SkipTests            bool     `json:"skipTests"`
	SkipSchemaValidation bool     `json:"skipSchemaValidation"`
	// TextOnly leaves Response.Resources empty: for callers that parse the YAML themselves.
	TextOnly bool `json:"textOnly"`
	// Dependencies maps `<chart>-<version>` of an earlier Response.Needs to the packed chart's path in the tree.
	Dependencies map[string]string `json:"dependencies"`
}

// Parameter is one `--set`, or `--set-string` when ForceString.
type Parameter struct {
	Name        string `json:"name"`
	Value       string `json:"value"`
	ForceString bool   `json:"forceString"`
}

// FileParameter is one `--set-file`.
type FileParameter struct {
	Name string `json:"name"`
	Path string `json:"path"`
}

// ChartRef is a chart to be fetched from a repository.
type ChartRef struct {
	Repository string `json:"repository"`
	Chart      string `json:"chart"`
	Version    string `json:"version"`
}

// Resource is one object of the rendered stream, in the stream's order.
type Resource struct {
	Manifest json.RawMessage `json:"manifest"`
	// Template is the path Helm writes in `# Source:`.
	Template string `json:"template"`
}

// Response is what was rendered, or what is needed before anything can be.
type Response struct {
	YAML      string     `json:"yaml"`
	Resources []Resource `json:"resources"`
	// Needs are declared dependencies that the tree lacks. With any, nothing has been rendered.
	Needs []ChartRef `json:"needs"`
	// Warnings are what Helm logs on the way.
	Warnings []string `json:"warnings"`
}
