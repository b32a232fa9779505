// Package sources remembers which file each resource of a build was read from. Kustomize's own origin annotations would
// change how annotations are written, so the overlay notes the origin beside the resource instead of in it.
package sources

import (
	"path"

	"sigs.k8s.io/kustomize/api/resource"
)

var files = map[*resource.Resource]string{}

// Forget starts a new build.
func Forget() { clear(files) }

// Note says that resources come from a file, given relative to a kustomization's root.
func Note(root, file string, resources []*resource.Resource) {
	for _, found := range resources {
		files[found] = path.Join(root, file)
	}
}

// Of is the absolute path of the file a resource comes from: a manifest, or the kustomization that generates it.
func Of(found *resource.Resource) (string, bool) {
	file, ok := files[found]
	return file, ok
}
