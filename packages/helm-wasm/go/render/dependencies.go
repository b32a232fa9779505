package render

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/Masterminds/semver/v3"
	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// complete does what `helm dependency build` would for dependencies that are declared and not in charts/: it adds
// charts of the same tree and the packed charts it was given, and says which others are needed.
func complete(tree Tree, request *Request, root *chart.Chart) ([]ChartRef, error) {
	absent := missing(root)
	if len(absent) == 0 {
		return nil, nil
	}
	wanted, err := locked(request.Chart, root)
	if err != nil {
		return nil, err
	}
	var needs []ChartRef
	for _, dependency := range wanted {
		if !slices.Contains(absent, dependency.Name) {
			continue
		}
		found, err := resolve(tree, request, dependency)
		if err != nil {
			return nil, err
		}
		if found != nil {
			root.AddDependency(found)
			continue
		}
		ref := ChartRef{Repository: dependency.Repository, Chart: dependency.Name, Version: dependency.Version}
		if !slices.Contains(needs, ref) {
			needs = append(needs, ref)
		}
	}
	if len(needs) == 0 {
		settle(root)
	}
	return needs, nil
}

// missing gives the names of declared dependencies no subchart bears. Conditions do not count: Helm asks for all.
func missing(root *chart.Chart) []string {
	var names []string
	for _, dependency := range root.Metadata.Dependencies {
		present := slices.ContainsFunc(root.Dependencies(), func(sub *chart.Chart) bool {
			return sub.Name() == dependency.Name
		})
		if !present {
			names = append(names, dependency.Name)
		}
	}
	return names
}

// resolve finds one dependency without a network; nil when it has to be fetched.
func resolve(tree Tree, request *Request, dependency *chart.Dependency) (*chart.Chart, error) {
	if local, ok := strings.CutPrefix(dependency.Repository, "file://"); ok {
		return loadLocal(tree, request.Chart, local, dependency)
	}
	if dependency.Repository == "" {
		cause := errors.New("found in Chart.yaml, but missing in charts/ directory: " + dependency.Name)
		manifest := path.Join(request.Chart, "Chart.yaml")
		return nil, fail(cause, "the dependency %s has no repository and is not in charts/", dependency.Name).at(manifest)
	}
	if packed, ok := request.Dependencies[dependency.Name+"-"+dependency.Version]; ok {
		return load(tree, clean(packed))
	}
	return nil, nil
}

func loadLocal(tree Tree, parent, local string, dependency *chart.Dependency) (*chart.Chart, error) {
	manifest := path.Join(parent, "Chart.yaml")
	if path.IsAbs(local) {
		cause := fmt.Errorf("directory %s not found", local)
		return nil, fail(cause, "the dependency %s is at an absolute path, which no tree has", dependency.Name).at(manifest)
	}
	found, err := load(tree, clean(path.Join(parent, local)))
	if err != nil {
		return nil, err
	}
	constraint, err := semver.NewConstraint(dependency.Version)
	if err != nil {
		cause := fmt.Errorf("dependency %s has an invalid version/constraint format: %w", dependency.Name, err)
		return nil, fail(cause, "the dependency %s asks for a version that is none", dependency.Name).at(manifest)
	}
	version, err := semver.NewVersion(found.Metadata.Version)
	if err != nil || !constraint.Check(version) {
		cause := fmt.Errorf("can't get a valid version for dependency %s", dependency.Name)
		return nil, fail(cause, "the dependency %s is to be %s, and %s is %s", dependency.Name, dependency.Version,
			local, found.Metadata.Version).at(manifest)
	}
	return found, nil
}

// locked gives the dependencies at the versions Chart.lock settled on, and refuses a lock made for other dependencies.
func locked(dir string, root *chart.Chart) ([]*chart.Dependency, error) {
	declared := root.Metadata.Dependencies
	if root.Lock == nil {
		return declared, nil
	}
	current := []any{[2][]*chart.Dependency{declared, root.Lock.Dependencies}}
	if root.Metadata.APIVersion == chart.APIVersionV1 {
		// Helm 2 wrote its locks with another digest, and those are still good.
		current = append(current, map[string][]*chart.Dependency{"dependencies": declared})
	}
	for _, content := range current {
		sum, err := digest(content)
		if err != nil {
			return nil, err
		}
		if sum == root.Lock.Digest {
			return root.Lock.Dependencies, nil
		}
	}
	manifest, lock := "Chart.yaml", "Chart.lock"
	if root.Metadata.APIVersion == chart.APIVersionV1 {
		manifest, lock = "requirements.yaml", "requirements.lock"
	}
	cause := fmt.Errorf("the lock file (%s) is out of sync with the dependencies file (%s). "+
		"Please update the dependencies with 'helm dependency update'", lock, manifest)
	return nil, fail(cause, "%s was not made for the dependencies in %s", lock, manifest).at(path.Join(dir, lock))
}

// digest is how Helm fingerprints dependencies in Chart.lock.
func digest(content any) (string, error) {
	encoded, err := json.Marshal(content)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(encoded)
	return "sha256:" + hex.EncodeToString(sum[:]), nil
}
