package tree

import (
	"bytes"
	"regexp"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Kustomize copies what an alias stands for, each time: a few lines of aliases of aliases fill any memory. No manifest that
// people write comes near these values.
const maxValues = 1_000_000

// With fewer aliases than this there is nothing to multiply.
const few = 8

var aliases = regexp.MustCompile(`(?m)(?:^|[\s\[{,:])\*[^\s,\]}]`)

// multiplies says whether a file's aliases stand for more values than a build should have to copy. Files that are not YAML, or
// have hardly an alias, do not.
func multiplies(content []byte) bool {
	if bytes.Count(content, []byte("*")) < few || len(aliases.FindAllIndex(content, few)) < few {
		return false
	}
	documents := yaml.NewDecoder(bytes.NewReader(content))
	for {
		var document yaml.Node
		if documents.Decode(&document) != nil {
			return false
		}
		if values(&document, map[*yaml.Node]int{}) > maxValues {
			return true
		}
	}
}

// values counts a node's values with all aliases replaced. A node that contains itself has too many.
func values(node *yaml.Node, counted map[*yaml.Node]int) int {
	if count, ok := counted[node]; ok {
		return count
	}
	counted[node] = maxValues + 1
	count := 1
	if node.Alias != nil {
		count = values(node.Alias, counted)
	}
	for _, child := range node.Content {
		count = min(count+values(child, counted), maxValues+1)
	}
	counted[node] = count
	return count
}
