package render

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"helm.sh/helm/v4/pkg/chart/v2/loader"
	"helm.sh/helm/v4/pkg/strvals"
)

// mergeValues lays files, texts, --set, --set-string and --set-file over each other, in Helm's order.
func mergeValues(tree Tree, request *Request) (map[string]any, error) {
	merged := map[string]any{}
	for _, name := range request.ValuesFiles {
		data, err := readValues(tree, name)
		if err != nil {
			return nil, err
		}
		values, err := loader.LoadValues(bytes.NewReader(data))
		if err != nil {
			cause := fmt.Errorf("failed to parse %s: %w", name, err)
			return nil, failAtLine(cause, name, "the values file %s is not a YAML mapping", name)
		}
		merged = loader.MergeMaps(merged, values)
	}
	for _, text := range request.Values {
		values, err := loader.LoadValues(strings.NewReader(text))
		if err != nil {
			return nil, fail(err, "the inline values are not a YAML mapping")
		}
		merged = loader.MergeMaps(merged, values)
	}
	for _, forced := range []bool{false, true} {
		for _, parameter := range request.Parameters {
			if parameter.ForceString == forced {
				if err := set(parameter, merged); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, parameter := range request.FileParameters {
		if err := setFile(tree, parameter, merged); err != nil {
			return nil, err
		}
	}
	return merged, nil
}

func readValues(tree Tree, name string) ([]byte, error) {
	file := clean(name)
	data, err := tree.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fail(notFound{name}, "the values file %s does not exist", name).at(file)
	}
	return data, err
}

func set(parameter Parameter, values map[string]any) error {
	assign, flag := strvals.ParseInto, "--set"
	if parameter.ForceString {
		assign, flag = strvals.ParseIntoString, "--set-string"
	}
	if err := assign(parameter.Name+"="+oneValue(parameter.Value), values); err != nil {
		cause := fmt.Errorf("failed parsing %s data: %w", flag, err)
		return fail(cause, "the parameter %s cannot be set to %q", parameter.Name, parameter.Value)
	}
	return nil
}

func setFile(tree Tree, parameter FileParameter, values map[string]any) error {
	read := func(path []rune) (any, error) {
		data, err := tree.ReadFile(clean(string(path)))
		if errors.Is(err, fs.ErrNotExist) {
			err = notFound{string(path)}
		}
		return string(data), err
	}
	if err := strvals.ParseIntoFile(parameter.Name+"="+oneValue(parameter.Path), values, read); err != nil {
		cause := fmt.Errorf("failed parsing --set-file data: %w", err)
		if errors.Is(err, fs.ErrNotExist) {
			return fail(cause, "the file %s for the parameter %s does not exist", parameter.Path, parameter.Name).at(clean(parameter.Path))
		}
		return fail(cause, "the parameter %s cannot be set from %s", parameter.Name, parameter.Path)
	}
	return nil
}

// oneValue keeps Helm from reading a comma as the next assignment, as Argo CD does. A list in braces stays a list,
// and a comma that is escaped already is left alone.
func oneValue(value string) string {
	if strings.HasPrefix(value, "{") && strings.HasSuffix(value, "}") {
		return value
	}
	var escaped strings.Builder
	var previous rune
	for _, character := range value {
		if character == ',' && previous != '\\' {
			escaped.WriteByte('\\')
		}
		escaped.WriteRune(character)
		previous = character
	}
	return escaped.String()
}
