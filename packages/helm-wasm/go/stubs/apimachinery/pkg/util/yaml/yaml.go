// Package yaml is the original's.
package yaml

import upstream "upstream.slipway.dev/apimachinery/pkg/util/yaml"

var NewYAMLReader = upstream.NewYAMLReader
