// Package applicationset renders Go templates with the functions and options that Argo CD 3.6's ApplicationSet
// controller has for `goTemplate: true` (applicationset/utils in github.com/argoproj/argo-cd/v3).
package applicationset

import (
	"regexp"
	"strings"
	"text/template"
	"time"

	"github.com/Masterminds/sprig/v3"
	"github.com/gosimple/slug"
	"sigs.k8s.io/yaml"
)

// functions are sprig's without a look at the machine, and Argo CD's own. `tpl` needs its template and comes later.
func functions() template.FuncMap {
	all := sprig.GenericFuncMap()
	for _, name := range []string{"env", "expandenv", "getHostByName"} {
		delete(all, name)
	}
	// Without the time since the process started, which would print as m=+0.1.
	all["now"] = func() time.Time { return time.Now().Round(0) }
	all["normalize"] = normalize
	all["slugify"] = slugify
	all["toYaml"] = toYAML
	all["fromYaml"] = fromYAML[map[string]any]
	all["fromYamlArray"] = fromYAML[[]any]
	return all
}

const longestDNSName = 253

var notInDNSName = regexp.MustCompile(`[^-a-z0-9.]`)

// normalize makes a DNS name of any text.
func normalize(text string) string {
	name := notInDNSName.ReplaceAllString(strings.ToLower(text), "-")
	return strings.Trim(name[:min(len(name), longestDNSName)], "-.")
}

// slugify takes the text last, before it a length (50 unless told), and between the two whether to cut at a word's end
// (yes unless told). An argument of another type fails the template, as it does in Argo CD.
func slugify(arguments ...any) string {
	text := ""
	slug.MaxLength, slug.EnableSmartTruncate = 50, true
	last := len(arguments) - 1
	for index, argument := range arguments {
		switch {
		case index == last:
			text = argument.(string)
		case index == 0:
			slug.MaxLength = argument.(int)
		case index == 1:
			slug.EnableSmartTruncate = argument.(bool)
		}
	}
	return slug.Make(normalize(text))
}

func toYAML(value any) (string, error) {
	text, err := yaml.Marshal(value)
	return strings.TrimSuffix(string(text), "\n"), err
}

func fromYAML[T any](text string) (T, error) {
	var value T
	err := yaml.Unmarshal([]byte(text), &value)
	return value, err
}
