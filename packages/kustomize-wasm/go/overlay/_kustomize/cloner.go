// Package git gets this file in place of kustomize's, which runs the git program.
package git

import "slipway.dev/kustomizewasm/refusal"

type Cloner func(repository *RepoSpec) error

func ClonerUsingGitExec(repository *RepoSpec) error {
	return refusal.Refuse("%q is in another repository, and a build reads nothing but its own file tree", repository.Raw())
}
