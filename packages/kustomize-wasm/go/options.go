package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/yaml"

	"slipway.dev/gowasmhost/host"
	"slipway.dev/kustomizewasm/tree"
)

// options are an Argo CD Application's spec.source.kustomize. Argo CD runs `kustomize edit` on its checkout for most of
// them, so the same commands run here, on a copy that lives as long as the build.
type options struct {
	NamePrefix              string            `json:"namePrefix"`
	NameSuffix              string            `json:"nameSuffix"`
	Images                  []string          `json:"images"`
	Replicas                []replica         `json:"replicas"`
	CommonLabels            map[string]string `json:"commonLabels"`
	ForceCommonLabels       bool              `json:"forceCommonLabels"`
	LabelWithoutSelector    bool              `json:"labelWithoutSelector"`
	LabelIncludeTemplates   bool              `json:"labelIncludeTemplates"`
	CommonAnnotations       map[string]string `json:"commonAnnotations"`
	ForceCommonAnnotations  bool              `json:"forceCommonAnnotations"`
	Namespace               string            `json:"namespace"`
	Patches                 []any             `json:"patches"`
	Components              []string          `json:"components"`
	IgnoreMissingComponents bool              `json:"ignoreMissingComponents"`
	KubeVersion             string            `json:"kubeVersion"`
	APIVersions             []string          `json:"apiVersions"`
}

type replica struct {
	Name  string      `json:"name"`
	Count json.Number `json:"count"` // a number, or a number in a string
}

// apply changes the kustomization in the order that Argo CD does.
func (o *options) apply(files *tree.FileSystem) error {
	before := o.commandsBeforePatches()
	if len(before)+len(o.Patches)+len(o.Components) == 0 {
		return nil
	}
	kustomization, err := findKustomization(files)
	if err != nil {
		return err
	}
	editor := newEditor(files)
	for _, command := range before {
		if err := editor.run(command...); err != nil {
			return err
		}
	}
	if len(o.Patches) > 0 {
		if err := addPatches(files, kustomization, o.Patches); err != nil {
			return err
		}
	}
	if components := o.presentComponents(files); len(components) > 0 {
		return editor.run(append([]string{"add", "component"}, components...)...)
	}
	return nil
}

func (o *options) commandsBeforePatches() (commands [][]string) {
	edit := func(arguments ...string) { commands = append(commands, arguments) }
	if o.NamePrefix != "" {
		edit("set", "nameprefix", "--", o.NamePrefix)
	}
	if o.NameSuffix != "" {
		edit("set", "namesuffix", "--", o.NameSuffix)
	}
	if len(o.Images) > 0 {
		edit(append([]string{"set", "image"}, o.Images...)...)
	}
	if len(o.Replicas) > 0 {
		arguments := []string{"set", "replicas"}
		for _, r := range o.Replicas {
			arguments = append(arguments, fmt.Sprintf("%s=%s", r.Name, r.Count))
		}
		edit(arguments...)
	}
	if len(o.CommonLabels) > 0 {
		arguments := []string{"add", "label"}
		arguments = appendIf(o.ForceCommonLabels, arguments, "--force")
		arguments = appendIf(o.LabelWithoutSelector, arguments, "--without-selector")
		arguments = appendIf(o.LabelIncludeTemplates, arguments, "--include-templates")
		edit(append(arguments, pairs(o.CommonLabels)...)...)
	}
	if len(o.CommonAnnotations) > 0 {
		arguments := appendIf(o.ForceCommonAnnotations, []string{"add", "annotation"}, "--force")
		edit(append(arguments, pairs(o.CommonAnnotations)...)...)
	}
	if o.Namespace != "" {
		edit("set", "namespace", "--", o.Namespace)
	}
	return commands
}

// presentComponents leaves out what is missing, if asked to. Argo CD 3.6 then stops at the first component it finds
// (`break` where `continue` was meant, in util/kustomize/kustomize.go), and what it deploys is what counts.
func (o *options) presentComponents(files *tree.FileSystem) []string {
	if !o.IgnoreMissingComponents {
		return o.Components
	}
	for _, component := range o.Components {
		for _, name := range konfig.RecognizedKustomizationFileNames() {
			if files.IsFile(path.Join(files.Directory, component, name)) {
				return []string{component}
			}
		}
	}
	return nil
}

// addPatches appends to the kustomization's patches, for which there is no `kustomize edit` command.
func addPatches(files *tree.FileSystem, kustomization string, patches []any) error {
	content, err := files.ReadFile(kustomization)
	if err != nil {
		return err
	}
	fields := map[string]any{}
	if err := yaml.Unmarshal(content, &fields); err != nil {
		return host.Invalid("%s is not a kustomization: it must be a mapping", kustomization).WithDetail(err.Error())
	}
	existing, ok := fields["patches"].([]any)
	if _, present := fields["patches"]; present && !ok {
		return host.Invalid("patches in %s is not a list", kustomization)
	}
	fields["patches"] = append(existing, patches...)
	if content, err = yaml.Marshal(fields); err != nil {
		return err
	}
	return files.WriteFile(kustomization, content)
}

func findKustomization(files *tree.FileSystem) (string, error) {
	for _, name := range konfig.RecognizedKustomizationFileNames() {
		if files.IsFile(name) {
			return name, nil
		}
	}
	return "", fmt.Errorf("unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '%s'", files.Directory)
}

func appendIf(condition bool, list []string, item string) []string {
	if condition {
		return append(list, item)
	}
	return list
}

// pairs are sorted, so that the same options give the same kustomization.
func pairs(values map[string]string) (arguments []string) {
	for _, key := range slices.Sorted(maps.Keys(values)) {
		arguments = append(arguments, key+":"+values[key])
	}
	return arguments
}
