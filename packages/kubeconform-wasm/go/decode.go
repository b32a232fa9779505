package main

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"sigs.k8s.io/yaml"
)

type decodeRequest struct {
	Texts []string `json:"texts"`
}

type decoded struct {
	Documents []manifest    `json:"documents"`
	Errors    []decodeError `json:"errors"`
}

type manifest struct {
	Manifest json.RawMessage `json:"manifest"`
	Line     int             `json:"line"`
	// Text is the exact JSON where JavaScript's numbers would change it.
	Text string `json:"text,omitempty"`
}

type decodeError struct {
	Rule    string `json:"rule"`
	Line    int    `json:"line"`
	Message string `json:"message"`
}

// decode reads manifests as kubectl and Argo CD do: sigs.k8s.io/yaml, whose scalars are YAML 1.1's and whose integers stay so.
func decode(request decodeRequest) []decoded {
	all := make([]decoded, len(request.Texts))
	for i, text := range request.Texts {
		all[i] = decodeText([]byte(text))
	}
	return all
}

func decodeText(text []byte) decoded {
	d := decoded{Documents: []manifest{}, Errors: []decodeError{}}
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) && d.jsonStream(text) {
		return d
	}
	for _, chunk := range splitStrictly(text) {
		if chunk.err != nil {
			d.fail("syntax", chunk.line, chunk.err.Error())
			continue
		}
		content, err := yaml.YAMLToJSONStrict(chunk.content)
		if err != nil {
			content = d.tolerate(chunk, err)
		}
		d.add(content, chunk.line)
	}
	return d
}

// jsonStream reads objects that follow each other without separators. A stream that turns out to be something else is YAML.
func (d *decoded) jsonStream(text []byte) bool {
	var documents []manifest
	decoder := json.NewDecoder(bytes.NewReader(text))
	line := 1
	counted := 0
	for decoder.More() {
		var content json.RawMessage
		if decoder.Decode(&content) != nil {
			return false
		}
		start := int(decoder.InputOffset()) - len(content)
		line += bytes.Count(text[counted:start], []byte("\n"))
		counted = start
		documents = append(documents, newManifest(content, line))
	}
	d.Documents = append(d.Documents, documents...)
	return true
}

func (d *decoded) add(content []byte, line int) {
	switch {
	case len(content) == 0 || bytes.Equal(content, []byte("null")):
	case content[0] == '{':
		d.Documents = append(d.Documents, newManifest(content, line))
	default:
		d.fail("not-an-object", line, "a manifest is a mapping of fields, and this document is "+kindOf(content[0]))
	}
}

// tolerate reports what is wrong with a document; one with duplicate keys still has a meaning, in which the last one wins.
func (d *decoded) tolerate(chunk chunk, err error) []byte {
	content, lenient := yaml.YAMLToJSON(chunk.content)
	if lenient != nil {
		line, message := place(chunk, lenient.Error())
		d.fail("syntax", line, message)
		return nil
	}
	for _, text := range strings.Split(err.Error(), "\n")[1:] {
		line, message := place(chunk, text)
		d.fail("duplicate-key", line, message)
	}
	return content
}

var lineNumber = regexp.MustCompile(`^\s*(?:yaml: )?(?:line (\d+): )?`)

// place turns the library's "yaml: line 3: …", counted within the document, into a line of the stream and the words alone.
func place(chunk chunk, message string) (int, string) {
	match := lineNumber.FindStringSubmatch(message)
	words := strings.TrimPrefix(message, match[0])
	if within, err := strconv.Atoi(match[1]); err == nil {
		return chunk.start + within - 1, words
	}
	return chunk.line, words
}

func (d *decoded) fail(rule string, line int, message string) {
	d.Errors = append(d.Errors, decodeError{rule, line, message})
}

// unsafe finds integers of 16 and more digits, and floats of 18 and more: JavaScript may hold another number than the text.
var unsafe = regexp.MustCompile(`[:\[,]\s*-?(?:\d{16,}|[\d.]{18,})`)

func newManifest(content []byte, line int) manifest {
	m := manifest{Manifest: content, Line: line}
	if unsafe.Match(content) {
		m.Text = string(content)
	}
	return m
}

func kindOf(first byte) string {
	kinds := map[byte]string{'[': "a list", '"': "a string", 't': "a boolean", 'f': "a boolean"}
	if kind, known := kinds[first]; known {
		return kind
	}
	return "a number"
}
