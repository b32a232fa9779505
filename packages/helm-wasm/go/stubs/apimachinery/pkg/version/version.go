// Package version is the original's.
package version

import upstream "upstream.slipway.dev/apimachinery/pkg/version"

type Info = upstream.Info
