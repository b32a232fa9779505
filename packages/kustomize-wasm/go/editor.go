package main

import (
	"io"

	"github.com/spf13/cobra"
	"sigs.k8s.io/kustomize/api/kv"
	"sigs.k8s.io/kustomize/api/pkg/loader"
	"sigs.k8s.io/kustomize/api/provider"
	"sigs.k8s.io/kustomize/kustomize/v5/commands/edit/add"
	"sigs.k8s.io/kustomize/kustomize/v5/commands/edit/set"

	"slipway.dev/kustomizewasm/tree"
)

// editor is `kustomize edit`, run in the file system's directory.
type editor struct{ files *tree.FileSystem }

func newEditor(files *tree.FileSystem) editor { return editor{files} }

func (e editor) run(arguments ...string) error {
	dependencies := provider.NewDefaultDepProvider()
	validator, resources := dependencies.GetFieldValidator(), dependencies.GetResourceFactory()
	pairs := kv.NewLoader(loader.NewFileLoaderAtCwd(e.files), validator)

	// A new command each time: flags keep the values of an earlier run.
	command := &cobra.Command{Use: "edit", SilenceUsage: true, SilenceErrors: true}
	command.AddCommand(
		add.NewCmdAdd(e.files, pairs, resources),
		set.NewCmdSet(e.files, pairs, validator, resources),
	)
	command.SetArgs(arguments)
	command.SetOut(io.Discard)
	command.SetErr(io.Discard)
	return command.Execute()
}
