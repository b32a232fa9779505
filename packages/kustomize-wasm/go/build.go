package main

import (
	"bytes"
	"encoding/json"
	"strings"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/resource"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/openapi"
	"sigs.k8s.io/kustomize/kyaml/openapi/kubernetesapi"
	"sigs.k8s.io/yaml"

	"slipway.dev/kustomizewasm/chart"
	"slipway.dev/kustomizewasm/refusal"
	"slipway.dev/kustomizewasm/sources"
	"slipway.dev/kustomizewasm/tree"
)

type request struct {
	Path           string   `json:"path"`
	LoadRestrictor string   `json:"loadRestrictor"`
	EnableHelm     bool     `json:"enableHelm"`
	ResourcesOnly  bool     `json:"resourcesOnly"`
	Options        *options `json:"options"`
}

type response struct {
	YAML      string      `json:"yaml"`
	Resources []built     `json:"resources"`
	Needs     []chart.Ref `json:"needs"`
}

type built struct {
	Manifest json.RawMessage `json:"manifest"`
	Origin   *origin         `json:"origin,omitempty"`
}

type origin struct {
	Path string `json:"path"`
}

func (r request) build() (*response, error) {
	forget()
	files := tree.New(r.Path)
	result, err := r.run(files)
	switch {
	case err == nil:
		return r.respond(result)
	case len(chart.Needed()) > 0 && refusal.Refused() == nil:
		// A patch for what a missing chart would bring fails for want of the chart: the need is what is wrong.
		return r.respond(resmap.New())
	}
	return nil, explain(err, files)
}

// forget undoes what an earlier build has left in global variables. Parsing the built-in schema again costs more than many a
// build, so it is dropped only after a build that had a schema of its own (`openapi:`).
func forget() {
	refusal.Forget()
	sources.Forget()
	chart.Forget()
	if openapi.GetSchemaVersion() != kubernetesapi.DefaultOpenAPI {
		openapi.ResetOpenAPI()
	}
}

func (r request) run(files *tree.FileSystem) (resmap.ResMap, error) {
	if r.Options != nil {
		if err := r.Options.apply(files); err != nil {
			return nil, err
		}
	}
	return krusty.MakeKustomizer(r.settings()).Run(files, files.Directory)
}

// settings are those of `kustomize build --enable-helm` with no other flags than asked for.
func (r request) settings() *krusty.Options {
	settings := krusty.MakeDefaultOptions()
	settings.Reorder = krusty.ReorderOptionUnspecified
	if r.LoadRestrictor == "none" {
		settings.LoadRestrictions = types.LoadRestrictionsNone
	}
	helm := &settings.PluginConfig.HelmConfig
	helm.Enabled = r.EnableHelm
	helm.Command = "helm"
	if r.Options != nil {
		helm.KubeVersion = r.Options.KubeVersion
		helm.ApiVersions = r.Options.APIVersions
	}
	return settings
}

// respond writes the YAML as resmap.AsYaml does, keeping the JSON that each document is made from.
func (r request) respond(result resmap.ResMap) (*response, error) {
	var text bytes.Buffer
	resources := []built{}
	for _, one := range result.Resources() {
		manifest, err := marshal(one)
		if err != nil {
			return nil, err
		}
		if !r.ResourcesOnly {
			if err := write(&text, manifest); err != nil {
				return nil, err
			}
		}
		result := built{Manifest: manifest}
		if file, ok := sources.Of(one); ok {
			result.Origin = &origin{strings.TrimPrefix(file, tree.Root+"/")}
		}
		resources = append(resources, result)
	}
	return &response{text.String(), resources, chart.Needed()}, nil
}

// marshal gives what resource.MarshalJSON does, which writes YAML and reads it again: a fifth of a build.
func marshal(one *resource.Resource) ([]byte, error) {
	var fields map[string]any
	if err := one.YNode().Decode(&fields); err != nil {
		return nil, err
	}
	return json.Marshal(fields)
}

// write appends a document to a YAML stream.
func write(text *bytes.Buffer, manifest []byte) error {
	document, err := yaml.JSONToYAML(manifest)
	if err != nil {
		return err
	}
	if text.Len() > 0 {
		text.WriteString("---\n")
	}
	text.Write(document)
	return nil
}
