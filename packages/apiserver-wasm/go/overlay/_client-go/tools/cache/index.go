// Package cache has the types by which strategies describe the indexes of a storage that is not here.
package cache

// IndexFunc computes the values under which an object is indexed.
type IndexFunc func(obj interface{}) ([]string, error)

// Indexers are index functions by name.
type Indexers map[string]IndexFunc
