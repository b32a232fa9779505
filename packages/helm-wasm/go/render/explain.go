package render

import (
	"errors"
	"path"
	"regexp"
	"strconv"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"
)

var (
	// What `required` and `fail` say, and what a template that does not parse says.
	placedError = regexp.MustCompile(`(?s)^(execution|parse) error (?:at|in) \(([^()]*?)(?::(\d+))?(?::(\d+))?\): (.*)$`)
	// One level of a failed execution: a place, what was executed there, and what went wrong. Helm sets it out over
	// lines where it can, and else passes on Go's chain.
	tracedError  = regexp.MustCompile(`(?m)^(\S+?):(\d+)(?::(\d+))?\n  (?:executing .*\n    )?(.*)`)
	chainedError = regexp.MustCompile(`template: (\S+?/\S+?):(\d+):(\d+): executing `)
	outputError  = regexp.MustCompile(`(?s)^YAML parse error on (\S+?): (.*)$`)
	schemaError  = regexp.MustCompile(`(?s)^values don't meet the specifications of the schema\(s\) in the following chart\(s\):\n(.*?):\n(.*)$`)
	versionError = regexp.MustCompile(`^chart requires kubeVersion: (.*) which is incompatible with Kubernetes (\S+)$`)

	yamlLine   = regexp.MustCompile(`yaml: line (\d+): `)
	jsonTarget = regexp.MustCompile(`cannot unmarshal (\w+) into Go`)
)

// explain turns what Helm says of a chart that does not render into one sentence and a place.
func explain(err error, root *chart.Chart, dir string) error {
	var known *Failure
	if errors.As(err, &known) {
		return known
	}
	text := err.Error()
	locate := func(template, line, column string) *Location {
		file := sourceFile(dir, root, template)
		return &Location{File: file, Template: template, Line: number(line), Column: number(column)}
	}
	if match := placedError.FindStringSubmatch(text); match != nil {
		verb := "stops the rendering"
		if match[1] == "parse" {
			verb = "is not a template"
		}
		failure := fail(err, "%s %s: %s", match[2], verb, oneLine(match[5]))
		failure.Location = locate(match[2], match[3], match[4])
		return failure
	}
	if levels := append(tracedError.FindAllStringSubmatch(text, -1), chainedError.FindAllStringSubmatch(text, -1)...); levels != nil {
		innermost := levels[len(levels)-1]
		failure := fail(err, "%s fails: %s", innermost[1], reason(text))
		failure.Location = locate(innermost[1], innermost[2], innermost[3])
		return failure
	}
	if match := outputError.FindStringSubmatch(text); match != nil {
		failure := fail(err, "%s renders something that is not a YAML mapping: %s", match[1], yamlProblem(match[2]))
		failure.Location = locate(match[1], "", "")
		return failure
	}
	if match := schemaError.FindStringSubmatch(text); match != nil {
		problems := strings.Join(settled(strings.Split(strings.TrimSpace(match[2]), "\n")), "\n")
		failure := fail(err, "the values do not fit the schema of chart %s: %s", match[1], strings.TrimPrefix(firstLine(problems), "- "))
		failure.Detail = strings.Replace(failure.Detail, strings.TrimSpace(match[2]), problems, 1)
		return failure
	}
	if match := versionError.FindStringSubmatch(text); match != nil {
		manifest := sourceFile(dir, root, root.Name()+"/Chart.yaml")
		return fail(err, "the chart %s needs Kubernetes %s, and this is %s", root.Name(), match[1], match[2]).at(manifest)
	}
	return fail(err, "the chart %s does not render: %s", root.Name(), firstLine(err.Error()))
}

// reason is the end of a chain of errors: what went wrong at the innermost level.
func reason(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	last := lines[len(lines)-1]
	if _, after, found := cutLast(last, ">: "); found {
		last = after
	}
	return oneLine(strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(last), "error calling include: "), "template: "))
}

// yamlProblem is a YAML error without the names of the parts that report it. Its lines are those of the output.
func yamlProblem(text string) string {
	if match := jsonTarget.FindStringSubmatch(text); match != nil {
		return "it is of type " + match[1]
	}
	text = strings.TrimPrefix(text, "error converting YAML to JSON: ")
	return oneLine(strings.TrimPrefix(text, "yaml: "))
}

// failAtLine blames the line of a file that a YAML error names.
func failAtLine(cause error, file, format string, arguments ...any) *Failure {
	failure := fail(cause, format, arguments...).at(path.Clean(file))
	if match := yamlLine.FindStringSubmatch(cause.Error()); match != nil {
		failure.Location.Line = number(match[1])
	}
	return failure
}

func number(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return value
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return line
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func cutLast(text, separator string) (before, after string, found bool) {
	if index := strings.LastIndex(text, separator); index >= 0 {
		return text[:index], text[index+len(separator):], true
	}
	return text, "", false
}
