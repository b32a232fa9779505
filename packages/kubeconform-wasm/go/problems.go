package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// A problem is one thing to mend. Path is the field's location, element by element; for unknown fields that of the field.
type problem struct {
	Path    []string `json:"path"`
	Rule    string   `json:"rule"`
	Message string   `json:"message"`
}

var english = message.NewPrinter(language.English)

// sortedFailure is the library's tree with siblings in the order of their paths; nil if err is something else.
func sortedFailure(err error) *jsonschema.ValidationError {
	var failure *jsonschema.ValidationError
	if !errors.As(err, &failure) {
		return nil
	}
	for _, cause := range failure.Causes {
		sortedFailure(cause)
	}
	if unknown, ok := failure.ErrorKind.(*kind.AdditionalProperties); ok {
		slices.Sort(unknown.Properties)
	}
	slices.SortStableFunc(failure.Causes, func(a, b *jsonschema.ValidationError) int {
		return cmp.Or(slices.Compare(a.InstanceLocation, b.InstanceLocation), strings.Compare(a.Error(), b.Error()))
	})
	return failure
}

// leaves flattens the tree to what a person has to mend.
func leaves(e *jsonschema.ValidationError, found []problem) []problem {
	switch failed := e.ErrorKind.(type) {
	case *kind.Schema, *kind.Group, *kind.Reference, *kind.AllOf:
		for _, cause := range e.Causes {
			found = leaves(cause, found)
		}
		return found
	case *kind.AdditionalProperties:
		for _, property := range failed.Properties {
			path := append(slices.Clone(e.InstanceLocation), property)
			found = append(found, problem{path, "unknown-field", fmt.Sprintf("unknown field %q", property)})
		}
		return found
	case *kind.Required:
		for _, property := range failed.Missing {
			found = append(found, problem{at(e), "required", fmt.Sprintf("missing field %q", property)})
		}
		return found
	}
	return append(found, problem{at(e), ruleOf(e), wordsOf(e.ErrorKind)})
}

// wordsOf leaves out that null is fine too: it is for every optional field, and never what was meant.
func wordsOf(failed jsonschema.ErrorKind) string {
	switch wrong := failed.(type) {
	case *kind.Type:
		meant := slices.DeleteFunc(slices.Clone(wrong.Want), func(name string) bool { return name == "null" })
		failed = &kind.Type{Got: wrong.Got, Want: meant}
	case *kind.Enum:
		meant := slices.DeleteFunc(slices.Clone(wrong.Want), func(value any) bool { return value == nil })
		failed = &kind.Enum{Got: wrong.Got, Want: meant}
	}
	return failed.LocalizedString(english)
}

// ruleOf is the schema keyword that failed: "type", "enum", "pattern", ….
func ruleOf(e *jsonschema.ValidationError) string {
	return strings.Join(e.ErrorKind.KeywordPath(), "/")
}

func at(e *jsonschema.ValidationError) []string {
	return append([]string{}, e.InstanceLocation...)
}
