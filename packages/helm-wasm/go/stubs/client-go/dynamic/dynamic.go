// Package dynamic has the shapes Helm's `lookup` is written against.
package dynamic

import (
	"context"
	"errors"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/rest"
)

// Object is what a cluster would have answered.
type Object interface {
	UnstructuredContent() map[string]any
}

// ResourceInterface reads one kind of resource.
type ResourceInterface interface {
	Get(ctx context.Context, name string, options metav1.GetOptions, subresources ...string) (Object, error)
	List(ctx context.Context, options metav1.ListOptions) (Object, error)
}

// NamespaceableResourceInterface reads one kind of resource, in a namespace or in all of them.
type NamespaceableResourceInterface interface {
	ResourceInterface
	Namespace(name string) ResourceInterface
}

// Interface opens resources by their type.
type Interface interface {
	Resource(resource schema.GroupVersionResource) NamespaceableResourceInterface
}

// NewForConfig always fails.
func NewForConfig(*rest.Config) (Interface, error) {
	return nil, errors.New("no cluster to read from")
}
