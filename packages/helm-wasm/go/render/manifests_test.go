package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// splitByPattern is how Helm describes the cut, with its own regular expression.
func splitByPattern(content string) []string {
	separator := regexp.MustCompile(`(?m)^---[ \t]*`)
	var documents []string
	for _, text := range separator.Split(strings.TrimLeftFunc(content, unicode.IsSpace), -1) {
		if strings.TrimSpace(text) != "" {
			documents = append(documents, strings.TrimLeftFunc(text, unicode.IsSpace))
		}
	}
	return documents
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"", "---", "a: 1", "---\na: 1\n---\nb: 2\n", "\n\n--- # comment\na: 1\n---b: 2\n------\n", "a: |\n  ---\n---\t \n", "\r\n---\r\na: 1",
		"---\n---\n---", "a\n\n---\n\n---x", "--- \n ---\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		if got, want := split(content), splitByPattern(content); !slices.Equal(got, want) {
			t.Errorf("split(%q) = %q, want %q", content, got, want)
		}
	})
}
