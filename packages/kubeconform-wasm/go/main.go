// Command kubeconform-wasm is kubeconform as an engine: schemas come from the host, manifests from the request.
package main

import (
	"encoding/json"
	"runtime"

	"slipway.dev/gowasmhost/host"
)

func main() {}

// V8 collects its own garbage every time the memory of an instance grows, and Go's heap grows by 4 MiB at a time; growing once,
// by what compiling some dozens of schemas needs, saves a third of the time.
const reserve = 64 << 20

func init() {
	runtime.KeepAlive(make([]byte, reserve))
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
