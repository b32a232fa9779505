package main

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"sigs.k8s.io/kustomize/api/konfig"

	"slipway.dev/gowasmhost/host"
	"slipway.dev/kustomizewasm/refusal"
	"slipway.dev/kustomizewasm/tree"
)

// explain makes one sentence of kustomize's chain of causes, at a file and line if the chain has them. The chain itself
// becomes the detail.
func explain(err error, files *tree.FileSystem) *host.Error {
	chain := inTree(err.Error())
	if refused := refusal.Refused(); refused != nil {
		return refused.WithDetail(chain)
	}
	at := place{directory: directoryOf(chain, files), files: files}
	for _, known := range explanations {
		if found := lastMatch(known.pattern, chain); found != nil {
			return (&host.Error{Code: known.code, Message: known.sentence(at, found)}).WithDetail(chain)
		}
	}
	return host.Invalid("%s: %s", at.kustomization(), innermost(chain)).WithDetail(chain)
}

var address = regexp.MustCompile(`0x[0-9a-f]{4,}`)

// inTree takes out what depends on this instance: where the tree is put, and addresses in memory.
func inTree(chain string) string {
	chain = strings.ReplaceAll(strings.ReplaceAll(chain, tree.Root+"/", ""), tree.Root, ".")
	return strings.TrimSpace(address.ReplaceAllString(chain, "0x…"))
}

// place is the kustomization in which kustomize gave up.
type place struct {
	directory string
	files     *tree.FileSystem
}

func (p place) file(name string) string { return path.Join(p.directory, name) }

func (p place) kustomization() string {
	for _, name := range konfig.RecognizedKustomizationFileNames() {
		if p.files.IsFile(path.Join(tree.Root, p.directory, name)) {
			return p.file(name)
		}
	}
	return p.directory
}

// saying is the kustomization's line that has a text in it, as far as there is one.
func (p place) saying(text string) string {
	name := p.kustomization()
	content, _ := p.files.ReadFile(path.Join(tree.Root, name))
	for number, line := range strings.Split(string(content), "\n") {
		if strings.Contains(line, text) {
			return fmt.Sprintf("%s:%d", name, number+1)
		}
	}
	return name
}

// lastMatch: the further right in a chain, the nearer to the cause.
func lastMatch(pattern *regexp.Regexp, chain string) []string {
	found := pattern.FindAllStringSubmatch(chain, -1)
	if len(found) == 0 {
		return nil
	}
	return found[len(found)-1]
}

var entered = regexp.MustCompile(`(?:recursed accumulation of|couldn't make target for) path '([^']+)'`)

func directoryOf(chain string, files *tree.FileSystem) string {
	if found := lastMatch(entered, chain); found != nil {
		return found[1]
	}
	directory, _ := tree.Relative(files.Directory)
	return directory
}

var wrapper = regexp.MustCompile("(?s)^.*(?:path '[^']+'|with config: `.*`): ")

func innermost(chain string) string {
	return strings.Join(strings.Fields(wrapper.ReplaceAllString(chain, "")), " ")
}
