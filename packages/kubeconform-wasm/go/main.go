// Command kubeconform-wasm is kubeconform as an engine: schemas come from the host, manifests from the request.
package main

import (
	"encoding/json"

	"slipway.dev/gowasmhost/host"
)

func main() {}

func init() {
	schemas := newSchemas()
	register("validate", func(request validateRequest) (any, error) { return validate(request, schemas) })
	register("decode", func(request decodeRequest) (any, error) { return decode(request), nil })
}

func register[Request any](name string, operation func(Request) (any, error)) {
	host.Register(name, func(body json.RawMessage) (any, error) {
		var request Request
		if err := json.Unmarshal(body, &request); err != nil {
			return nil, host.Invalid("the request for %q is malformed: %s", name, err)
		}
		return operation(request)
	})
}
