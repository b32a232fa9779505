package render

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	chart "helm.sh/helm/v4/pkg/chart/v2"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
)

// document is one YAML document that a template rendered.
type document struct {
	template string
	text     string
	*parsed
	// events are a hook's.
	events []string
}

// stream writes custom resource definitions, manifests and hooks in Helm's order.
func stream(request *Request, root *chart.Chart, rendered map[string]string, response *Response) error {
	manifests, hooks, err := sortDocuments(rendered)
	if err != nil {
		return err
	}
	var text strings.Builder
	write := func(source, content string) { fmt.Fprintf(&text, "---\n# Source: %s\n%s\n", source, content) }
	add := func(found document) {
		write(found.template, found.text)
		if !request.TextOnly {
			response.add(found.template, found.parsed)
		}
	}
	if request.IncludeCRDs {
		for _, definition := range root.CRDObjects() {
			write(definition.Filename, string(definition.File.Data))
			if request.TextOnly {
				continue
			}
			if err := response.parse(definition.Filename, definition.File.Data); err != nil {
				return err
			}
		}
	}
	for _, manifest := range manifests {
		add(manifest)
	}
	// Helm trims the manifests as a whole before it appends the hooks.
	trimmed := strings.TrimSpace(text.String())
	text.Reset()
	text.WriteString(trimmed)
	text.WriteByte('\n')
	for _, hook := range hooks {
		if request.SkipHooks || request.SkipTests && slices.ContainsFunc(hook.events, isTest) {
			continue
		}
		add(hook)
	}
	response.YAML = text.String()
	return nil
}

func isTest(event string) bool { return event == "test" || event == "test-success" }

// add leaves out documents with nothing but comments.
func (response *Response) add(source string, content *parsed) {
	if string(content.json) != "null" {
		response.Resources = append(response.Resources, Resource{Manifest: content.json, Template: source})
	}
}

// parse adds every document of a file that Helm passes on unread.
func (response *Response) parse(source string, data []byte) error {
	if !bytes.Contains(data, []byte("---")) {
		return response.parseDocument(source, string(data))
	}
	reader := utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(data)))
	for {
		text, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := response.parseDocument(source, string(text)); err != nil {
			return err
		}
	}
}

func (response *Response) parseDocument(source, text string) error {
	content := keptDocuments.parse(text)
	if content.err != nil {
		return fmt.Errorf("YAML parse error on %s: %w", source, content.err)
	}
	response.add(source, content)
	return nil
}

// sortDocuments splits every template's output and orders the documents as Helm installs them.
func sortDocuments(rendered map[string]string) (manifests, hooks []document, err error) {
	for _, template := range slices.Sorted(maps.Keys(rendered)) {
		if strings.HasPrefix(path.Base(template), "_") {
			continue
		}
		for _, text := range split(rendered[template]) {
			content := keptDocuments.parse(text)
			if content.err != nil {
				return nil, nil, fmt.Errorf("YAML parse error on %s: %w", template, content.err)
			}
			found := document{template: template, text: text, parsed: content}
			types, isHook := content.head.annotations()[hookAnnotation]
			if !isHook {
				manifests = append(manifests, found)
				continue
			}
			if events, known := hookEvents(types); known {
				found.events = events
				hooks = append(hooks, found)
			}
		}
	}
	slices.SortStableFunc(manifests, byInstallOrder)
	slices.SortStableFunc(hooks, byInstallOrder)
	return manifests, hooks, nil
}

// split cuts a template's output where a line begins with `---`, whatever else is on that line.
func split(content string) []string {
	var documents []string
	keep := func(text string) {
		if text = strings.TrimLeftFunc(text, unicode.IsSpace); text != "" {
			documents = append(documents, text)
		}
	}
	rest := "\n" + strings.TrimLeftFunc(content, unicode.IsSpace)
	for found := true; found; {
		var text string
		text, rest, found = strings.Cut(rest, "\n---")
		if !found {
			keep(text)
			break
		}
		// The line feed before the separator belongs to the document.
		keep(text + "\n")
		rest = strings.TrimLeft(rest, " \t")
	}
	return documents
}
