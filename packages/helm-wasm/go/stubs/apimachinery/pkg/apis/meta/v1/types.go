// Package v1 has the names of the metadata types that `lookup` is written against.
package v1

type (
	GetOptions  struct{}
	ListOptions struct{}

	APIResource struct {
		Name, Group, Version, Kind string
		Namespaced                 bool
	}
	APIResourceList struct {
		APIResources []APIResource
	}
)
