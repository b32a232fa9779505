// Package schema is the original's.
package schema

import upstream "upstream.slipway.dev/apimachinery/pkg/runtime/schema"

type (
	GroupVersion         = upstream.GroupVersion
	GroupVersionKind     = upstream.GroupVersionKind
	GroupVersionResource = upstream.GroupVersionResource
)

var (
	FromAPIVersionAndKind = upstream.FromAPIVersionAndKind
	ParseGroupVersion     = upstream.ParseGroupVersion
)
