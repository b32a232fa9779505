// Package builtins gets this file in place of kustomize's generator of the same name, which runs the helm program. It
// keeps that generator's rules, and asks the host for the chart and for its manifests.
package builtins

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/api/konfig"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/errors"
	"sigs.k8s.io/kustomize/kyaml/kio"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	"sigs.k8s.io/kustomize/kyaml/yaml/merge2"
	"sigs.k8s.io/yaml"

	"slipway.dev/kustomizewasm/chart"
)

type HelmChartInflationGeneratorPlugin struct {
	helpers *resmap.PluginHelpers
	types.HelmGlobals
	types.HelmChart
	additionalValues []string
}

func NewHelmChartInflationGeneratorPlugin() resmap.GeneratorPlugin {
	return &HelmChartInflationGeneratorPlugin{}
}

func (p *HelmChartInflationGeneratorPlugin) Config(helpers *resmap.PluginHelpers, config []byte) error {
	settings := helpers.GeneralConfig().HelmConfig
	if !settings.Enabled {
		return fmt.Errorf("must specify --enable-helm")
	}
	p.helpers = helpers
	// What the kustomization says wins over the build's own settings, since it is read after them.
	p.KubeVersion = settings.KubeVersion
	p.ApiVersions = slices.Clone(settings.ApiVersions)
	if err := yaml.Unmarshal(config, p); err != nil {
		return err
	}
	return p.complete()
}

func (p *HelmChartInflationGeneratorPlugin) complete() error {
	switch {
	case p.Name == "":
		return fmt.Errorf("chart name cannot be empty")
	case strings.HasPrefix(p.ReleaseName, "-"):
		return fmt.Errorf("releaseName must not start with '-', got %q", p.ReleaseName)
	case strings.HasPrefix(p.Name, "-"):
		return fmt.Errorf("chart name must not start with '-', got %q", p.Name)
	}
	if p.ChartHome == "" {
		p.ChartHome = types.HelmDefaultHome
	}
	if p.ValuesMerge == "" {
		p.ValuesMerge = "override"
	}
	if !slices.Contains([]string{"merge", "override", "replace"}, p.ValuesMerge) {
		return fmt.Errorf("valuesMerge must be one of [merge override replace]")
	}
	for _, file := range p.AdditionalValuesFiles {
		content, err := p.helpers.Loader().Load(file)
		if err != nil {
			return errors.WrapPrefixf(err, "could not load additionalValuesFile")
		}
		p.additionalValues = append(p.additionalValues, string(content))
	}
	return nil
}

func (p *HelmChartInflationGeneratorPlugin) Generate() (resmap.ResMap, error) {
	place, found, err := p.locate()
	if err != nil || !found {
		return nil, err
	}
	values, err := p.values(place)
	if err != nil {
		return nil, err
	}
	manifests, found, err := chart.Inflate(chart.Request{
		Chart:        place,
		ReleaseName:  p.ReleaseName,
		NameTemplate: p.NameTemplate,
		Namespace:    p.Namespace,
		Values:       values,
		KubeVersion:  p.KubeVersion,
		APIVersions:  append([]string{}, p.ApiVersions...),
		IncludeCRDs:  p.IncludeCRDs,
		SkipHooks:    p.SkipHooks,
		SkipTests:    p.SkipTests,
	})
	if err != nil || !found {
		return nil, err
	}
	return p.resources(manifests)
}

// locate finds the chart under chartHome, where kustomize would also have put a chart that it pulled earlier, or else
// among those the host has. chartHome may lie outside the kustomization's root, as it may for helm.
func (p *HelmChartInflationGeneratorPlugin) locate() (place string, found bool, err error) {
	home := p.ChartHome
	if !path.IsAbs(home) {
		home = path.Join(p.helpers.Loader().Root(), home)
	}
	if p.Version != "" && p.Repo != "" {
		home = path.Join(home, p.Name+"-"+p.Version)
	}
	local := path.Join(home, p.Name)
	if place, found, err = chart.Local(local); err != nil {
		return "", false, err
	}
	if found {
		if p.ValuesFile == "" {
			p.ValuesFile = path.Join(local, "values.yaml")
		}
		return place, true, nil
	}
	if p.Repo == "" {
		return "", false, fmt.Errorf("no repo specified for pull, no chart found at '%s'", local)
	}
	version := p.Version
	if version == "" && p.Devel {
		version = ">0.0.0-0" // what helm makes of --devel
	}
	return chart.Locate(chart.Ref{Repository: p.Repo, Chart: p.Name, Version: version})
}

// values are, in the order in which they win: those of the chart or of valuesFile, together with valuesInline, and
// those of each additionalValuesFile.
func (p *HelmChartInflationGeneratorPlugin) values(place string) ([]string, error) {
	first, err := p.mergedValues(place)
	if err != nil {
		return nil, err
	}
	return append([]string{string(first)}, p.additionalValues...), nil
}

func (p *HelmChartInflationGeneratorPlugin) mergedValues(place string) ([]byte, error) {
	if len(p.ValuesInline) == 0 {
		return p.valuesFile(place)
	}
	if p.ValuesMerge == "replace" {
		return yaml.Marshal(p.ValuesInline)
	}
	content, err := p.valuesFile(place)
	if err != nil {
		return nil, err
	}
	file, err := kyaml.Parse(string(content))
	if err != nil {
		return nil, errors.WrapPrefixf(err, "could not parse values file into rnode")
	}
	inline, err := kyaml.FromMap(p.ValuesInline)
	if err != nil {
		return nil, errors.WrapPrefixf(err, "could not parse values inline into rnode")
	}
	winner, loser := inline, file
	if p.ValuesMerge == "merge" {
		winner, loser = file, inline
	}
	merged, err := merge2.Merge(winner, loser, kyaml.MergeOptions{})
	if err != nil {
		return nil, errors.WrapPrefixf(err, "could not merge values")
	}
	values, err := merged.Map()
	if err != nil {
		return nil, errors.WrapPrefixf(err, "could not parse merged values into map")
	}
	return yaml.Marshal(values)
}

func (p *HelmChartInflationGeneratorPlugin) valuesFile(place string) ([]byte, error) {
	if p.ValuesFile == "" {
		return chart.DefaultValues(place)
	}
	return p.helpers.Loader().Load(p.ValuesFile)
}

// resources marks what a chart made, which the namespace transformer then leaves alone.
func (p *HelmChartInflationGeneratorPlugin) resources(manifests string) (resmap.ResMap, error) {
	made, err := p.helpers.ResmapFactory().NewResMapFromBytes([]byte(manifests))
	if err != nil {
		if made, err = p.resourcesAfterMessages(manifests, err); err != nil {
			return nil, err
		}
	}
	for _, resource := range made.Resources() {
		if err := resource.PipeE(kyaml.SetAnnotation(konfig.HelmGeneratedAnnotation, "true")); err != nil {
			return nil, fmt.Errorf("failed to set helm annotation: %w", err)
		}
	}
	return made, nil
}

// resourcesAfterMessages reads manifests as a stream, which passes over text that is no document.
func (p *HelmChartInflationGeneratorPlugin) resourcesAfterMessages(manifests string, reason error) (resmap.ResMap, error) {
	reader := kio.ByteReader{Reader: bytes.NewBufferString(manifests), OmitReaderAnnotations: true}
	nodes, err := reader.Read()
	if err != nil {
		return nil, fmt.Errorf("error reading helm output: %w", err)
	}
	if len(nodes) == 0 {
		return nil, fmt.Errorf("could not parse bytes into resource map: %w", reason)
	}
	return p.helpers.ResmapFactory().NewResMapFromRNodeSlice(nodes)
}
