package render

import (
	"encoding/json"

	"sigs.k8s.io/yaml"
)

// parsed is what one YAML document comes to. It is shared between calls and never written to.
type parsed struct {
	json []byte
	head head
	err  error
}

// keptBytes bounds the texts and results kept between calls of one instance.
const keptBytes = 32 << 20

// keptDocuments saves reading again what the last renderings read: the same chart for another environment, or for the
// other side of a diff, differs in a few documents. Reading YAML is the larger half of rendering a big chart.
var keptDocuments = memory{documents: map[string]*parsed{}}

type memory struct {
	documents map[string]*parsed
	bytes     int
}

func (memory *memory) parse(text string) *parsed {
	if found, ok := memory.documents[text]; ok {
		return found
	}
	fresh := parse(text)
	if memory.bytes += len(text) + len(fresh.json); memory.bytes > keptBytes {
		memory.documents, memory.bytes = map[string]*parsed{}, 0
	}
	memory.documents[text] = fresh
	return fresh
}

// parse reads a document once for both its head and its JSON.
func parse(text string) *parsed {
	var top head
	content, err := yaml.YAMLToJSON([]byte(text))
	if err == nil && json.Unmarshal(content, &top) == nil {
		return &parsed{json: content, head: top}
	}
	// A head with numbers or booleans for text is fine with Helm, which converts them while it parses; and where the
	// document is really wrong this gives Helm's own words.
	top = head{}
	err = yaml.Unmarshal([]byte(text), &top)
	return &parsed{json: content, head: top, err: err}
}
