// Package resolver has the interface by which admission policies ask for the resource of a kind.
package resolver

import "k8s.io/apimachinery/pkg/runtime/schema"

// ResourceResolver finds the resource of a kind.
type ResourceResolver interface {
	Resolve(gvk schema.GroupVersionKind) (schema.GroupVersionResource, error)
}
