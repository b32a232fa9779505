// Command apiserver-wasm is the judgement of Kubernetes' API server as an engine: objects come in the request, definitions of custom
// resources from the host.
package main

import (
	"encoding/json"
	_ "time/tzdata" // CronJobs name time zones, and there is no disk.

	"slipway.dev/apiserverwasm/review"
	"slipway.dev/gowasmhost/host"
)

func main() {}

func init() {
	reviewer := review.NewReviewer(findDefinition)
	register("review", func(request review.Request) any { return reviewer.Review(request) })
	register("quotas", func(request review.QuotaRequest) any { return review.Quotas(request) })
	host.Register("kinds", func(json.RawMessage) (any, error) { return review.Kinds(), nil })
}

func register[Request any](name string, operation func(Request) any) {
	host.Register(name, func(body json.RawMessage) (any, error) {
		var request Request
		if err := json.Unmarshal(body, &request); err != nil {
			return nil, host.Invalid("the request for %q is malformed: %s", name, err)
		}
		return operation(request), nil
	})
}

func findDefinition(group, kind, known string) (found review.FoundDefinition, err error) {
	asked := map[string]string{"group": group, "kind": kind, "known": known}
	err = host.Call("definition", asked, &found)
	return found, err
}
