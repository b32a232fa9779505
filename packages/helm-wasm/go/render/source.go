package render

import (
	"bytes"
	"path"
	"slices"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// sourceFile finds the file of the tree behind a path as Helm prints it, such as `web/charts/db/templates/x.yaml`,
// where `web` and `db` are names or aliases and not directories. A template in a packed chart gives the package.
func sourceFile(dir string, root *chart.Chart, template string) string {
	rest, ok := strings.CutPrefix(template, root.Name()+"/")
	for current := root; ok; {
		if isPacked(dir) {
			return dir
		}
		below, isSub := strings.CutPrefix(rest, "charts/")
		name, inner, nested := strings.Cut(below, "/")
		index := slices.IndexFunc(current.Dependencies(), func(sub *chart.Chart) bool { return sub.Name() == name })
		if !isSub || !nested || index < 0 {
			return path.Join(dir, rest)
		}
		sub := current.Dependencies()[index]
		dir, ok = subchartPath(dir, current, sub)
		current, rest = sub, inner
	}
	return ""
}

func isPacked(name string) bool {
	return strings.HasSuffix(name, ".tgz") || strings.HasSuffix(name, ".tar.gz")
}

// subchartPath recognises a subchart by the content of its Chart.yaml, which an alias does not change.
func subchartPath(dir string, parent, sub *chart.Chart) (string, bool) {
	manifest := rawFile(sub, "Chart.yaml")
	for _, file := range parent.Raw {
		inner, isSub := strings.CutPrefix(file.Name, "charts/")
		name, base := path.Split(inner)
		if isSub && base == "Chart.yaml" && strings.Count(name, "/") == 1 && bytes.Equal(file.Data, manifest) {
			return path.Join(dir, "charts", name), true
		}
	}
	for _, dependency := range parent.Metadata.Dependencies {
		local, isLocal := strings.CutPrefix(dependency.Repository, "file://")
		if isLocal && dependency.Name == sub.Name() {
			return path.Join(dir, local), true
		}
	}
	for _, file := range parent.Raw {
		if isPacked(file.Name) && strings.HasPrefix(path.Base(file.Name), sub.Name()+"-") {
			return path.Join(dir, file.Name), true
		}
	}
	return "", false
}

func rawFile(c *chart.Chart, name string) []byte {
	for _, file := range c.Raw {
		if file.Name == name {
			return file.Data
		}
	}
	return nil
}
