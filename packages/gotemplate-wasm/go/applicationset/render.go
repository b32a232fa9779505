package applicationset

import (
	"errors"
	"fmt"
	"strings"
	"text/template"
)

// Result is a text, or why there is none.
type Result struct {
	Text string `json:"text"`
	// Failure is Argo CD's sentence, Go's words included.
	Failure string `json:"failure,omitempty"`
}

// Cloning this is much cheaper than registering all functions again.
var base = template.New("base").Funcs(functions())

// Render executes one template. Options are Go's, such as missingkey=error.
func Render(text string, data map[string]any, options []string) Result {
	rendered, err := render(text, data, options)
	if err != nil {
		return Result{Failure: err.Error()}
	}
	return Result{Text: rendered}
}

func render(text string, data map[string]any, options []string) (string, error) {
	parsed, err := kept.parse(text, options)
	if err != nil {
		return "", err
	}
	var output strings.Builder
	if err := parsed.Execute(&output, data); err != nil {
		return "", fmt.Errorf("failed to execute go template %s: %w", text, err)
	}
	return output.String(), nil
}

func parse(text string, options []string) (*template.Template, error) {
	clone, err := base.Clone()
	if err != nil {
		return nil, fmt.Errorf("failed to clone base template: %w", err)
	}
	if err := setOptions(clone, options); err != nil {
		return nil, err
	}
	clone.Funcs(template.FuncMap{"tpl": nested(clone)})
	parsed, err := clone.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("failed to parse template %s: %w", text, err)
	}
	return parsed, nil
}

// setOptions turns Go's panic over an option it does not know into an error.
func setOptions(clone *template.Template, options []string) (err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = errors.New(strings.TrimSpace(fmt.Sprint(problem)))
		}
	}()
	clone.Option(options...)
	return nil
}

const deepestNesting = 3

// nested is the function `tpl`: it renders a text with the functions and options of its parent.
func nested(parent *template.Template) func(string, any) (string, error) {
	depth := 0
	return func(text string, data any) (string, error) {
		depth++
		defer func() { depth-- }()
		if depth > deepestNesting {
			return "", fmt.Errorf("maximum recursion depth %d exceeded in tpl function", deepestNesting)
		}
		clone, err := parent.Clone()
		if err != nil {
			return "", fmt.Errorf("cannot clone template: %w", err)
		}
		parsed, err := clone.New(parent.Name()).Parse(text)
		if err != nil {
			return "", fmt.Errorf("cannot parse template %q: %w", text, err)
		}
		var output strings.Builder
		if err := parsed.Execute(&output, data); err != nil {
			return "", fmt.Errorf("error during tpl function execution for %q: %w", text, err)
		}
		return strings.ReplaceAll(output.String(), "<no value>", ""), nil
	}
}
