// Package v1 has the one name Helm takes from the CRD types.
package v1

// AddToScheme has nothing to add: the scheme lists this version from the start.
func AddToScheme(any) {}
