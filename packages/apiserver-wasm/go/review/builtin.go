package review

import (
	"fmt"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	kjson "sigs.k8s.io/json"
)

func (r kindReader) strategy() Strategy { return r.registry }

func (r kindReader) hub() schema.GroupVersion {
	return schema.GroupVersion{Group: r.kind.Group, Version: runtime.APIVersionInternal}
}

// decode as in k8s.io/apiserver/pkg/endpoints/handlers/create.go, with fieldValidation=Strict.
func (r kindReader) decode(manifest []byte) (runtime.Object, error) {
	info, _ := runtime.SerializerInfoForMediaType(r.codecs.SupportedMediaTypes(), runtime.ContentTypeJSON)
	object, _, err := r.codecs.DecoderToVersion(info.StrictSerializer, r.hub()).Decode(manifest, &r.kind, nil)
	if err != nil {
		return nil, err
	}
	return object, nil
}

func (r kindReader) encode(object runtime.Object) ([]byte, error) {
	content, err := r.unstructured(object)
	if err != nil {
		return nil, err
	}
	return jsonOf(content), nil
}

func (r kindReader) unstructured(object runtime.Object) (map[string]any, error) {
	versioned, err := r.scheme.ConvertToVersion(object, r.kind.GroupVersion())
	if err != nil {
		return nil, err
	}
	content, err := runtime.DefaultUnstructuredConverter.ToUnstructured(versioned)
	if err != nil {
		return nil, err
	}
	content["apiVersion"], content["kind"] = r.kind.ToAPIVersionAndKind()
	return content, nil
}

// merge as kubectl makes a patch (k8s.io/kubectl/pkg/cmd/apply/patcher.go) and the API server applies it
// (applyPatchToObject in k8s.io/apiserver/pkg/endpoints/handlers/patch.go).
func (r kindReader) merge(live runtime.Object, applied, manifest []byte) (runtime.Object, error) {
	current, err := r.unstructured(live)
	if err != nil {
		return nil, err
	}
	versioned, err := r.scheme.New(r.kind)
	if err != nil {
		return nil, err
	}
	merged, err := r.patched(current, applied, manifest, versioned)
	if err != nil {
		return nil, err
	}
	if err := runtime.DefaultUnstructuredConverter.FromUnstructuredWithValidation(merged, versioned, true); err != nil {
		return nil, err
	}
	r.scheme.Default(versioned)
	return r.scheme.ConvertToVersion(versioned, r.hub())
}

func (r kindReader) patched(current map[string]any, applied, manifest []byte, versioned runtime.Object) (map[string]any, error) {
	if r.kind.Group == definitionsGroup {
		// kubectl doesn't know the types of definitions, and merges their JSON.
		return mergeJSON(current, applied, manifest)
	}
	schema, err := strategicpatch.NewPatchMetaFromStruct(versioned)
	if err != nil {
		return nil, err
	}
	patch, err := strategicpatch.CreateThreeWayMergePatch(applied, manifest, jsonOf(current), schema, true)
	if err != nil {
		return nil, fmt.Errorf("a patch could not be made: %w", err)
	}
	var change map[string]any
	// Integers must stay integers, or the lists' merge keys differ from those of the live object.
	if err := kjson.UnmarshalCaseSensitivePreserveInts(patch, &change); err != nil {
		return nil, err
	}
	return strategicpatch.StrategicMergeMapPatch(current, change, versioned)
}

func (r kindReader) unknownFields(errors []Error) []UnknownField {
	var fields []UnknownField
	for _, found := range errors {
		if found.Type == "UnknownField" {
			fields = append(fields, UnknownField{Field: found.Field, Closest: r.closest(found.Field)})
		}
	}
	return fields
}
