package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yannh/kubeconform/pkg/validator"
	"sigs.k8s.io/yaml"
)

type result struct {
	// Document counts from 0 within the stream or the resources; the items of a List share theirs.
	Document         int                         `json:"document"`
	Line             int                         `json:"line,omitempty"`
	Kind             string                      `json:"kind"`
	Name             string                      `json:"name"`
	Namespace        string                      `json:"namespace,omitempty"`
	Version          string                      `json:"version"`
	Status           string                      `json:"status"`
	Msg              string                      `json:"msg,omitempty"`
	ValidationErrors []validator.ValidationError `json:"validationErrors,omitempty"`
	Problems         []problem                   `json:"problems,omitempty"`
}

var statuses = map[validator.Status]string{
	validator.Valid:   "statusValid",
	validator.Invalid: "statusInvalid",
	validator.Error:   "statusError",
	validator.Skipped: "statusSkipped",
	validator.Empty:   "statusEmpty",
}

func (r *run) add(document, line int, verdict validator.Result) {
	signature, _ := verdict.Resource.Signature()
	added := result{
		Document: document, Line: line, Status: statuses[verdict.Status], ValidationErrors: verdict.ValidationErrors,
		Kind: signature.Kind, Name: signature.Name, Namespace: signature.Namespace, Version: signature.Version,
	}
	if verdict.Err != nil {
		added.Msg = verdict.Err.Error()
	}
	if verdict.Status == validator.Invalid {
		r.explain(&added, verdict)
	}
	r.results = append(r.results, added)
}

// explain validates once more: upstream tells what is wrong in the random order of Go's maps, and keeps a list of the first
// level only.
func (r *run) explain(added *result, verdict validator.Result) {
	schema, err := r.find(added.Kind, added.Version, r.opts.KubernetesVersion)
	var object map[string]any
	if err != nil || schema == nil || yaml.Unmarshal(verdict.Resource.Bytes, &object) != nil {
		return
	}
	failure := sortedFailure(schema.Validate(object))
	if failure == nil {
		return
	}
	introduction, _, _ := strings.Cut(added.Msg, "jsonschema validation failed")
	added.Msg = introduction + strings.ReplaceAll(failure.Error(), "\n", " ")
	slices.SortFunc(added.ValidationErrors, func(a, b validator.ValidationError) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Msg, b.Msg))
	})
	added.Problems = leaves(failure, nil)
}
