package applicationset

import (
	"slices"
	"strings"
	"text/template"
)

// mostKept bounds the templates kept between calls of one instance.
const mostKept = 4096

// kept saves parsing again: an ApplicationSet renders the same few texts for each of its Applications, and making a
// template with sprig's functions costs more than executing it.
var kept = memory{}

type memory map[string]*template.Template

func (memory memory) parse(text string, options []string) (*template.Template, error) {
	key := strings.Join(slices.Concat(options, []string{text}), "\x00")
	if found, ok := memory[key]; ok {
		return found, nil
	}
	parsed, err := parse(text, options)
	if err != nil {
		return nil, err
	}
	if len(memory) >= mostKept {
		clear(memory)
	}
	memory[key] = parsed
	return parsed, nil
}
