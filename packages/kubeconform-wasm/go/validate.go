package main

import (
	"encoding/json"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yannh/kubeconform/pkg/resource"
	"github.com/yannh/kubeconform/pkg/validator"
	"sigs.k8s.io/yaml"
)

type validateRequest struct {
	// Manifests is a YAML or JSON stream, read as kubeconform reads a file.
	Manifests *string `json:"manifests"`
	// Resources are parsed already, which is several times faster.
	Resources            []map[string]any `json:"resources"`
	KubernetesVersion    string           `json:"kubernetesVersion"`
	Strict               bool             `json:"strict"`
	Skip                 []string         `json:"skip"`
	Reject               []string         `json:"reject"`
	IgnoreMissingSchemas bool             `json:"ignoreMissingSchemas"`
	Locations            []string         `json:"locations"`
}

// A run is one call: upstream's validator over the schemas of the request's locations.
type run struct {
	request  validateRequest
	schemas  *schemas
	opts     validator.Opts
	upstream validator.Validator
	results  []result
}

func validate(request validateRequest, schemas *schemas) (any, error) {
	r := &run{request: request, schemas: schemas, results: []result{}}
	r.opts = validator.Opts{
		SkipKinds:            set(request.Skip),
		RejectKinds:          set(request.Reject),
		KubernetesVersion:    request.KubernetesVersion,
		Strict:               request.Strict,
		IgnoreMissingSchemas: request.IgnoreMissingSchemas,
	}
	r.upstream = validator.NewWithSchemas(r.find, r.opts)
	if request.Manifests != nil {
		r.stream([]byte(*request.Manifests))
	}
	for i, object := range request.Resources {
		if r.pass(i, 0, object) {
			continue
		}
		content, err := json.Marshal(object)
		if err != nil {
			return nil, err
		}
		r.judge(i, 0, content)
	}
	return map[string]any{"results": r.results}, nil
}

func (r *run) stream(data []byte) {
	unmarshal := yaml.Unmarshal
	if r.opts.Strict {
		unmarshal = yaml.UnmarshalStrict
	}
	for i, document := range split(data) {
		if len(document.content) == 0 {
			continue
		}
		var object map[string]any
		if unmarshal(document.content, &object) != nil || !r.pass(i, document.line, object) {
			r.judge(i, document.line, document.content)
		}
	}
	if len(r.results) == 0 {
		r.add(0, 1, r.upstream.ValidateResource(resource.Resource{}))
	}
}

// pass takes what is plainly valid, the most and the fastest. Every other verdict, with its words, is upstream's.
func (r *run) pass(document, line int, object map[string]any) bool {
	signature, ordinary := signatureOf(object)
	if !ordinary || !r.plainlyValid(signature, object) {
		return false
	}
	r.results = append(r.results, result{
		Document: document, Line: line, Status: statuses[validator.Valid],
		Kind: signature.Kind, Name: signature.Name, Namespace: signature.Namespace, Version: signature.Version,
	})
	return true
}

func (r *run) judge(document, line int, content []byte) {
	whole := resource.Resource{Bytes: content}
	for _, each := range whole.Resources() {
		r.add(document, line, r.upstream.ValidateResource(each))
	}
}

func (r *run) plainlyValid(signature resource.Signature, object map[string]any) bool {
	for _, name := range []string{signature.Kind, signature.GroupVersionKind()} {
		_, skipped := r.opts.SkipKinds[name]
		_, rejected := r.opts.RejectKinds[name]
		if skipped || rejected {
			return false
		}
	}
	schema, err := r.find(signature.Kind, signature.Version, r.opts.KubernetesVersion)
	return err == nil && schema != nil && schema.Validate(object) == nil
}

func (r *run) find(kind, apiVersion, kubernetesVersion string) (*jsonschema.Schema, error) {
	for _, location := range r.request.Locations {
		schema, err := r.schemas.find(query{location, apiVersion, kind, kubernetesVersion, r.request.Strict})
		if schema != nil || err != nil {
			return schema, err
		}
	}
	return nil, nil
}

// signatureOf reads what every ordinary resource has; lists and oddities are upstream's to judge.
func signatureOf(object map[string]any) (resource.Signature, bool) {
	kind, _ := object["kind"].(string)
	version, _ := object["apiVersion"].(string)
	metadata, _ := object["metadata"].(map[string]any)
	name, named := metadata["name"].(string)
	_, generated := metadata["generateName"]
	namespace, isString := metadata["namespace"].(string)
	if _, given := metadata["namespace"]; given && !isString {
		return resource.Signature{}, false
	}
	ordinary := kind != "" && version != "" && named && !generated && !strings.EqualFold(kind, "list")
	return resource.Signature{Kind: kind, Version: version, Namespace: namespace, Name: name}, ordinary
}

func set(names []string) map[string]struct{} {
	all := map[string]struct{}{}
	for _, name := range names {
		all[name] = struct{}{}
	}
	return all
}
