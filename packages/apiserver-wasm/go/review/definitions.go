package review

import (
	"encoding/json"
	"fmt"

	apiextensionsinternal "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// A FindDefinition gives the CustomResourceDefinition of a group and kind. Definitions with the same id are the same; one whose id is
// `known` need not be given again.
type FindDefinition func(group, kind, known string) (FoundDefinition, error)

// A FoundDefinition is a manifest and its id, which is empty if there is none.
type FoundDefinition struct {
	ID         string          `json:"id"`
	Definition json.RawMessage `json:"definition,omitempty"`
}

// definitions keeps the readers of custom resources: making one compiles the rules of its schema.
type definitions struct {
	find FindDefinition
	kept map[schema.GroupKind]keptDefinition
}

type keptDefinition struct {
	id      string
	err     error
	readers map[string]*customReader
}

func newDefinitions(find FindDefinition) *definitions {
	return &definitions{find: find, kept: map[schema.GroupKind]keptDefinition{}}
}

func (d *definitions) reviewerOf(kind schema.GroupVersionKind) (reviewer, error) {
	group := kind.GroupKind()
	known := d.kept[group]
	found, err := d.find(kind.Group, kind.Kind, known.id)
	if err != nil {
		return nil, err
	}
	if found.ID == "" {
		return nil, nil
	}
	if found.ID != known.id {
		known = keptDefinition{id: found.ID}
		known.readers, known.err = readersOf(found.Definition)
		d.kept[group] = known
	}
	if known.err != nil {
		return nil, known.err
	}
	if reader, served := known.readers[kind.Version]; served {
		return reader, nil
	}
	return nil, nil
}

// establish is what the API server does once a definition's names turn out to be free; what it says can't change from then on.
func establish(definition *apiextensionsinternal.CustomResourceDefinition) {
	definition.Status.AcceptedNames = definition.Spec.Names
	for _, condition := range []apiextensionsinternal.CustomResourceDefinitionConditionType{apiextensionsinternal.NamesAccepted, apiextensionsinternal.Established} {
		apiextensionsinternal.SetCRDCondition(definition, apiextensionsinternal.CustomResourceDefinitionCondition{Type: condition, Status: apiextensionsinternal.ConditionTrue})
	}
}

func readersOf(manifest json.RawMessage) (map[string]*customReader, error) {
	kind := apiextensionsv1.SchemeGroupVersion.WithKind("CustomResourceDefinition")
	decoder := definitionCodecs.UniversalDecoder(apiextensionsv1.SchemeGroupVersion)
	object, _, err := decoder.Decode(exact(manifest), &kind, &apiextensionsv1.CustomResourceDefinition{})
	if err != nil {
		return nil, err
	}
	definition, is := object.(*apiextensionsv1.CustomResourceDefinition)
	if !is {
		return nil, fmt.Errorf("%T is no %s", object, kind)
	}
	// Versions share a schema once converted, as the API server stores them.
	internal := &apiextensionsinternal.CustomResourceDefinition{}
	if err := definitionScheme.Convert(definition, internal, nil); err != nil {
		return nil, err
	}
	if err := definitionScheme.Convert(internal, definition, nil); err != nil {
		return nil, err
	}
	readers := map[string]*customReader{}
	for _, version := range definition.Spec.Versions {
		if !version.Served {
			continue
		}
		reader, err := newCustomReader(definition, version)
		if err != nil {
			return nil, err
		}
		readers[version.Name] = reader
	}
	return readers, nil
}
