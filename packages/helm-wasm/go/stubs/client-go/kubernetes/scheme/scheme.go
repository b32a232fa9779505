// Package scheme lists the API versions that Helm assumes of a cluster it cannot ask.
package scheme

import (
	_ "embed"
	"strings"

	"k8s.io/apimachinery/pkg/runtime/schema"
)

//go:embed versions.txt
var versions string

// KnownVersions answers the one question Helm asks of client-go's scheme.
type KnownVersions struct{}

// Scheme stands in for client-go's scheme of the same name.
var Scheme KnownVersions

// PrioritizedVersionsAllGroups gives the versions in the order in which client-go registers them.
func (KnownVersions) PrioritizedVersionsAllGroups() []schema.GroupVersion {
	var all []schema.GroupVersion
	for line := range strings.Lines(versions) {
		version, err := schema.ParseGroupVersion(strings.TrimSpace(line))
		if err != nil {
			panic(err)
		}
		all = append(all, version)
	}
	return all
}
