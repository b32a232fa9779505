// Package json is the original's, for the original's YAML package.
package json

import upstream "upstream.slipway.dev/apimachinery/pkg/util/json"

var (
	ConvertMapNumbers       = upstream.ConvertMapNumbers
	ConvertSliceNumbers     = upstream.ConvertSliceNumbers
	ConvertInterfaceNumbers = upstream.ConvertInterfaceNumbers
)
