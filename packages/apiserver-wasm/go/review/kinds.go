package review

import (
	"cmp"
	"slices"
	"strings"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
)

// A Kind is one that the scheme has, and what is done with it.
type Kind struct {
	Group      string `json:"group"`
	Version    string `json:"version"`
	Kind       string `json:"kind"`
	Namespaced bool   `json:"namespaced"`
	// Reviewed kinds go through the strategy of their registry; of the others, Why says why not.
	Reviewed bool   `json:"reviewed"`
	Why      string `json:"why,omitempty"`
}

// Kinds lists every kind that the scheme has in a stable version, and that is no list and no part of requests everywhere, in order. A kind that is neither reviewed nor
// explained has no Why.
func Kinds() []Kind {
	kinds := append(kindsOf(legacyscheme.Scheme), kindsOf(definitionScheme)...)
	slices.SortFunc(kinds, func(a, b Kind) int {
		return cmp.Or(strings.Compare(a.Group, b.Group), strings.Compare(a.Kind, b.Kind), strings.Compare(a.Version, b.Version))
	})
	return kinds
}

func kindsOf(scheme *runtime.Scheme) (kinds []Kind) {
	for kind, of := range scheme.AllKnownTypes() {
		_, single := of.FieldByName("ObjectMeta")
		_, many := of.FieldByName("ListMeta")
		if kind.Version == runtime.APIVersionInternal || !stable(kind.Version) || many && !single || of.PkgPath() == metaPath {
			continue
		}
		listed := Kind{Group: kind.Group, Version: kind.Version, Kind: kind.Kind}
		if reader, is := readerOf(kind); is {
			listed.Reviewed = true
			listed.Namespaced = reader.registry.NamespaceScoped()
		} else {
			listed.Why = notReviewed[schema.GroupKind{Group: kind.Group, Kind: kind.Kind}]
		}
		kinds = append(kinds, listed)
	}
	return kinds
}

var metaPath = func() string {
	scheme := runtime.NewScheme()
	metav1.AddToGroupVersion(scheme, schema.GroupVersion{Group: "any", Version: "v1"})
	return scheme.KnownTypes(schema.GroupVersion{Group: "any", Version: "v1"})["ListOptions"].PkgPath()
}()
