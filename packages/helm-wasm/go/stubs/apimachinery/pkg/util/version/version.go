// Package version is the original's.
package version

import upstream "upstream.slipway.dev/apimachinery/pkg/util/version"

var ParseGeneric = upstream.ParseGeneric
