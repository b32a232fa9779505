// Package refusal says no, and remembers that it did, because kustomize hides the reason
// of a failure in the text of another.
package refusal

import "slipway.dev/gowasmhost/host"

var refused *host.Error

// Forget starts a new build.
func Forget() { refused = nil }

// Refused is the first refusal of this build, or nil.
func Refused() *host.Error { return refused }

// Refuse notes what the build may not do.
func Refuse(format string, args ...any) error {
	err := host.Refused(format, args...)
	if refused == nil {
		refused = err
	}
	return err
}
