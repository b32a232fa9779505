package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/yannh/kubeconform/pkg/validator"
	"slipway.dev/gowasmhost/host"
)

// A query names the schema of a kind at one location; equal queries have equal answers for as long as the engine lives.
type query struct {
	Location          string `json:"location"`
	APIVersion        string `json:"apiVersion"`
	Kind              string `json:"kind"`
	KubernetesVersion string `json:"kubernetesVersion"`
	Strict            bool   `json:"strict"`
}

// found is the host's answer to "schema": nothing at all, a failure, a schema it trusts (Schema) or a user's file (Text).
type found struct {
	URL    string          `json:"url"`
	Schema json.RawMessage `json:"schema"`
	Text   *string         `json:"text"`
	// Tolerant: a text that is no JSON counts as missing, as kubeconform has it for HTTP but not for files.
	Tolerant bool   `json:"tolerant"`
	Error    string `json:"error"`
}

type document struct {
	Location string `json:"location"`
	URL      string `json:"url"`
}

// schemas keeps what has been compiled, and per location the compiler that did it, so that kinds share definitions.
type schemas struct {
	compiled  map[query]*jsonschema.Schema
	compilers map[string]*compiler
}

func newSchemas() *schemas {
	return &schemas{map[query]*jsonschema.Schema{}, map[string]*compiler{}}
}

// find asks one location. No error and no schema: the next location may have it.
func (s *schemas) find(q query) (*jsonschema.Schema, error) {
	if schema, known := s.compiled[q]; known {
		return schema, nil
	}
	var answer found
	if err := host.Call("schema", q, &answer); err != nil {
		return nil, err
	}
	if answer.Error != "" {
		return nil, errors.New(answer.Error)
	}
	schema, err := s.compile(q.Location, answer)
	if err != nil {
		return nil, err
	}
	s.compiled[q] = schema
	return schema, nil
}

func (s *schemas) compile(location string, answer found) (*jsonschema.Schema, error) {
	content := []byte(answer.Schema)
	if answer.Text != nil {
		content = []byte(*answer.Text)
	} else if len(content) == 0 {
		return nil, nil
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil && !answer.Tolerant {
		return nil, err
	}
	if err != nil || parsed == nil {
		return nil, nil
	}
	compiler, known := s.compilers[location]
	if !known {
		compiler = newCompiler(location)
		s.compilers[location] = compiler
	}
	if err := compiler.AddResource(answer.URL, parsed); err != nil {
		var exists *jsonschema.ResourceExistsError
		if !errors.As(err, &exists) {
			return nil, nil
		}
	}
	schema, err := compiler.compile(answer.URL, parsed)
	if err != nil {
		return nil, nil // as kubeconform: a schema that does not compile counts as missing
	}
	return schema, nil
}

// A compiler turns the documents of one location into schemas, each document once.
type compiler struct {
	*jsonschema.Compiler
	location string
	visited  map[string]bool
}

func newCompiler(location string) *compiler {
	c := &compiler{jsonschema.NewCompiler(), location, map[string]bool{}}
	c.RegisterFormat(&jsonschema.Format{Name: "duration", Validate: validator.CheckDuration})
	c.DefaultDraft(jsonschema.Draft4)
	c.UseLoader(c)
	return c
}

// compile works from the leaves up. The library looks up every subschema in a list of those of the same Compile call, so
// many small calls are linear where one large call is quadratic.
func (c *compiler) compile(url string, parsed any) (*jsonschema.Schema, error) {
	c.visited[url] = true
	for _, ref := range references(parsed, nil) {
		target, _, _ := strings.Cut(ref, "#")
		if !strings.Contains(target, ":") || c.visited[target] {
			continue // relative references are left to the library
		}
		loaded, err := c.Load(target)
		if err != nil {
			continue // the library will say it better, with the place of the reference
		}
		if err := c.AddResource(target, loaded); err != nil {
			return nil, err
		}
		if _, err := c.compile(target, loaded); err != nil {
			return nil, err
		}
	}
	return c.Compile(url)
}

// Load fetches a document that a schema refers to.
func (c *compiler) Load(url string) (any, error) {
	var answer found
	if err := host.Call("document", document{c.location, url}, &answer); err != nil {
		return nil, err
	}
	switch {
	case answer.Error != "":
		return nil, errors.New(answer.Error)
	case answer.Text != nil:
		return jsonschema.UnmarshalJSON(strings.NewReader(*answer.Text))
	case len(answer.Schema) > 0:
		return jsonschema.UnmarshalJSON(bytes.NewReader(answer.Schema))
	}
	return nil, fmt.Errorf("could not find schema at %s", url)
}

func references(value any, refs []string) []string {
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			if ref, ok := inner.(string); ok && key == "$ref" {
				refs = append(refs, ref)
			} else {
				refs = references(inner, refs)
			}
		}
	case []any:
		for _, inner := range value {
			refs = references(inner, refs)
		}
	}
	return refs
}
