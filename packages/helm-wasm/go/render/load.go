package render

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"helm.sh/helm/v4/pkg/chart/loader/archive"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"helm.sh/helm/v4/pkg/ignore"
	"sigs.k8s.io/yaml"
)

var byteOrderMark = []byte{0xEF, 0xBB, 0xBF}

// load reads a chart from a directory or a packed chart, whichever is at the path.
func load(tree Tree, name string) (*chart.Chart, error) {
	if !isPacked(name) {
		entries, err := tree.ReadDir(name)
		if err == nil {
			return loadDirectory(tree, name, entries)
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	data, err := tree.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fail(fmt.Errorf("path %q not found", shown(name)), "there is no chart at %s", shown(name)).at(name)
	}
	if err != nil {
		return nil, err
	}
	return loadArchive(name, data)
}

func loadArchive(name string, data []byte) (*chart.Chart, error) {
	files, err := archive.LoadArchiveFiles(bytes.NewReader(data))
	if err != nil {
		return nil, fail(err, "%s is not a packed chart", name).at(name)
	}
	return assemble(name, name, files)
}

func loadDirectory(tree Tree, dir string, entries []Entry) (*chart.Chart, error) {
	manifest := path.Join(dir, "Chart.yaml")
	if _, err := tree.ReadFile(manifest); errors.Is(err, fs.ErrNotExist) {
		return nil, fail(notFound{manifest}, "%s has no Chart.yaml, so it is not a chart", shown(dir)).at(manifest)
	} else if err != nil {
		return nil, err
	}
	rules, err := ignoreRules(tree, dir)
	if err != nil {
		return nil, err
	}
	reader := directoryReader{tree: tree, root: dir, rules: rules, budget: archive.MaxDecompressedChartSize}
	if err := reader.walk("", entries); err != nil {
		return nil, err
	}
	return assemble(dir, manifest, reader.files)
}

func ignoreRules(tree Tree, dir string) (*ignore.Rules, error) {
	file := path.Join(dir, ignore.HelmIgnore)
	rules := ignore.Empty()
	data, err := tree.ReadFile(file)
	if err == nil {
		if rules, err = ignore.Parse(bytes.NewReader(data)); err != nil {
			return nil, fail(err, "%s has a pattern Helm does not know", file).at(file)
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	rules.AddDefaults()
	return rules, nil
}

// assemble has Helm make a chart of its files, and puts subcharts in an order that does not change from run to run.
func assemble(name, manifest string, files []*archive.BufferedFile) (*chart.Chart, error) {
	if err := checkVersion(files); err != nil {
		return nil, failAtLine(err, manifest, "the chart at %s cannot be loaded: %s", shown(name), firstLine(err.Error()))
	}
	loaded, err := loader.LoadFiles(files)
	if err != nil {
		return nil, fail(err, "the chart at %s cannot be loaded: %s", shown(name), firstLine(err.Error())).at(manifest)
	}
	settle(loaded)
	return loaded, nil
}

// checkVersion refuses what Helm's command refuses before it looks any further.
func checkVersion(files []*archive.BufferedFile) error {
	for _, file := range files {
		if file.Name != "Chart.yaml" {
			continue
		}
		var base struct {
			APIVersion string `json:"apiVersion"`
		}
		if err := yaml.Unmarshal(file.Data, &base); err != nil {
			return fmt.Errorf("cannot load Chart.yaml: %w", err)
		}
		switch base.APIVersion {
		case "", chart.APIVersionV1, chart.APIVersionV2:
		case "v3":
			return errors.New("invalid chart apiVersion")
		default:
			return errors.New("unsupported chart version")
		}
	}
	return nil
}

// settle orders subcharts, which Helm collects in a map.
func settle(loaded *chart.Chart) {
	dependencies := slices.Clone(loaded.Dependencies())
	slices.SortStableFunc(dependencies, func(a, b *chart.Chart) int {
		return cmp.Or(cmp.Compare(a.Name(), b.Name()), cmp.Compare(a.Metadata.Version, b.Metadata.Version))
	})
	loaded.SetDependencies(dependencies...)
	for _, dependency := range dependencies {
		settle(dependency)
	}
}
