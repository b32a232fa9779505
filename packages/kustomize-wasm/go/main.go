// Command kustomizewasm is `kustomize build` as a reactor: it reads files, and asks for charts, only through its host.
package main

import (
	"encoding/json"

	"slipway.dev/gowasmhost/host"
)

func main() {}

func init() {
	host.Register("build", func(body json.RawMessage) (any, error) {
		var r request
		if err := json.Unmarshal(body, &r); err != nil {
			return nil, err
		}
		return r.build()
	})
}
