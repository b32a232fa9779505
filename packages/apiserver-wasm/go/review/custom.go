package review

import (
	"encoding/json"
	"fmt"

	apiextensionsinternal "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	structuraldefaulting "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	schemaobjectmeta "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	structuralpruning "k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	schemavalidation "k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apiextensions-apiserver/pkg/crdserverscheme"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresource"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/jsonmergepatch"
	kjson "sigs.k8s.io/json"

	jsonpatch "gopkg.in/evanphx/json-patch.v4"
)

// customReader reads the custom resources of one version of a definition.
type customReader struct {
	kind            schema.GroupVersionKind
	schema          *structuralschema.Structural
	preserveUnknown bool
	registry        Strategy
}

// newCustomReader does what getOrCreateServingInfoFor in apiextensions-apiserver's customresource_handler.go does for a version.
func newCustomReader(definition *apiextensionsv1.CustomResourceDefinition, version apiextensionsv1.CustomResourceDefinitionVersion) (*customReader, error) {
	kind := schema.GroupVersionKind{Group: definition.Spec.Group, Version: version.Name, Kind: definition.Spec.Names.Kind}
	reader := &customReader{kind: kind, preserveUnknown: definition.Spec.PreserveUnknownFields}
	var props *apiextensionsinternal.JSONSchemaProps
	if version.Schema != nil {
		internal := &apiextensionsinternal.CustomResourceValidation{}
		if err := apiextensionsv1.Convert_v1_CustomResourceValidation_To_apiextensions_CustomResourceValidation(version.Schema, internal, nil); err != nil {
			return nil, err
		}
		props = internal.OpenAPIV3Schema
	}
	var err error
	if props != nil {
		if reader.schema, err = structuralschema.NewStructural(props); err != nil {
			return nil, fmt.Errorf("the schema of %s is not structural: %w", kind, err)
		}
		reader.schema = reader.schema.DeepCopy()
		if err := structuraldefaulting.PruneDefaults(reader.schema); err != nil {
			return nil, err
		}
	}
	validator, _, err := schemavalidation.NewSchemaValidator(props)
	if err != nil {
		return nil, err
	}
	var status *apiextensionsinternal.CustomResourceSubresourceStatus
	var scale *apiextensionsinternal.CustomResourceSubresourceScale
	if version.Subresources != nil && version.Subresources.Status != nil {
		status = &apiextensionsinternal.CustomResourceSubresourceStatus{}
	}
	if version.Subresources != nil && version.Subresources.Scale != nil {
		scale = &apiextensionsinternal.CustomResourceSubresourceScale{}
		if err := apiextensionsv1.Convert_v1_CustomResourceSubresourceScale_To_apiextensions_CustomResourceSubresourceScale(version.Subresources.Scale, scale, nil); err != nil {
			return nil, err
		}
	}
	namespaced := definition.Spec.Scope == apiextensionsv1.NamespaceScoped
	typer := crdserverscheme.NewUnstructuredObjectTyper()
	reader.registry = customresource.NewStrategy(typer, namespaced, kind, validator, nil, reader.schema, status, scale, version.SelectableFields)
	return reader, nil
}

func (r *customReader) strategy() Strategy { return r.registry }

func (r *customReader) decode(manifest []byte) (runtime.Object, error) {
	content := map[string]any{}
	strict, err := kjson.UnmarshalStrict(manifest, &content)
	if err != nil {
		return nil, err
	}
	object := &unstructured.Unstructured{Object: content}
	unknown, err := r.coerce(object)
	if err != nil {
		return nil, err
	}
	for _, field := range unknown {
		strict = append(strict, fmt.Errorf("unknown field %q", field))
	}
	if len(strict) > 0 {
		return nil, runtime.NewStrictDecodingError(strict)
	}
	structuraldefaulting.Default(object.Object, r.schema)
	return object, nil
}

// coerce is unstructuredSchemaCoercer.apply in apiextensions-apiserver's customresource_handler.go.
func (r *customReader) coerce(object *unstructured.Unstructured) (unknown []string, err error) {
	apiVersion, kind := object.GetAPIVersion(), object.GetKind()
	metadata, found, paths, err := schemaobjectmeta.GetObjectMetaWithOptions(object.Object, schemaobjectmeta.ObjectMetaOptions{ReturnUnknownFieldPaths: true})
	if err != nil {
		return nil, err
	}
	unknown = append(unknown, paths...)
	if !r.preserveUnknown {
		unknown = append(unknown, structuralpruning.PruneWithOptions(object.Object, r.schema, true, structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})...)
		structuraldefaulting.PruneNonNullableNullsWithoutDefaults(object.Object, r.schema)
	}
	fault, paths := schemaobjectmeta.CoerceWithOptions(nil, object.Object, r.schema, false, schemaobjectmeta.CoerceOptions{ReturnUnknownFieldPaths: true})
	if fault != nil {
		return nil, fault
	}
	unknown = append(unknown, paths...)
	object.SetKind(kind)
	object.SetAPIVersion(apiVersion)
	if found {
		err = schemaobjectmeta.SetObjectMeta(object.Object, metadata)
	}
	return unknown, err
}

func (r *customReader) encode(object runtime.Object) ([]byte, error) { return json.Marshal(object) }

func (r *customReader) merge(live runtime.Object, applied, manifest []byte) (runtime.Object, error) {
	current := live.(*unstructured.Unstructured).DeepCopy()
	current.SetGroupVersionKind(r.kind)
	merged, err := mergeJSON(current.Object, applied, manifest)
	if err != nil {
		return nil, err
	}
	return r.decode(jsonOf(merged))
}

// mergeJSON is apply's three-way merge for kinds whose Go types kubectl doesn't have.
func mergeJSON(current map[string]any, applied, manifest []byte) (map[string]any, error) {
	live := jsonOf(current)
	patch, err := jsonmergepatch.CreateThreeWayJSONMergePatch(applied, manifest, live)
	if err != nil {
		return nil, err
	}
	text, err := jsonpatch.MergePatch(live, patch)
	if err != nil {
		return nil, err
	}
	merged := map[string]any{}
	return merged, kjson.UnmarshalCaseSensitivePreserveInts(text, &merged)
}

func (r *customReader) unknownFields(errors []Error) []UnknownField {
	var fields []UnknownField
	for _, found := range errors {
		if found.Type == "UnknownField" {
			fields = append(fields, UnknownField{Field: found.Field, Closest: closestIn(r.schema, found.Field)})
		}
	}
	return fields
}
