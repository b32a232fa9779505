package review

import (
	"reflect"
	"regexp"
	"strings"

	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
)

var index = regexp.MustCompile(`\[[^\]]*\]`)

// parentAndName splits the path of an unknown field; indexes are dropped.
func parentAndName(field string) (parents []string, name string) {
	parts := strings.Split(index.ReplaceAllString(field, ""), ".")
	return parts[:len(parts)-1], parts[len(parts)-1]
}

// closest is the field of the kind's Go type that is most like an unknown one.
func (r kindReader) closest(field string) string {
	object, err := r.scheme.New(r.kind)
	if err != nil {
		return ""
	}
	parents, name := parentAndName(field)
	at := elem(reflect.TypeOf(object))
	for _, parent := range parents {
		if at = fieldsOf(at)[parent]; at == nil {
			return ""
		}
	}
	var names []string
	for known := range fieldsOf(at) {
		names = append(names, known)
	}
	return mostAlike(name, names)
}

func elem(at reflect.Type) reflect.Type {
	for at.Kind() == reflect.Pointer || at.Kind() == reflect.Slice || at.Kind() == reflect.Map {
		at = at.Elem()
	}
	return at
}

func fieldsOf(at reflect.Type) map[string]reflect.Type {
	if at.Kind() != reflect.Struct {
		return nil
	}
	fields := map[string]reflect.Type{}
	for i := range at.NumField() {
		field := at.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case name == "" && (field.Anonymous || options == "inline"):
			for inner, of := range fieldsOf(elem(field.Type)) {
				fields[inner] = of
			}
		case name != "":
			fields[name] = elem(field.Type)
		}
	}
	return fields
}

// closestIn is the property of a custom resource's schema that is most like an unknown field.
func closestIn(schema *structuralschema.Structural, field string) string {
	parents, name := parentAndName(field)
	for _, parent := range parents {
		for schema != nil && schema.Items != nil {
			schema = schema.Items
		}
		if schema == nil {
			return ""
		}
		if property, known := schema.Properties[parent]; known {
			schema = &property
		} else if schema.AdditionalProperties != nil {
			schema = schema.AdditionalProperties.Structural
		} else {
			return ""
		}
	}
	for schema != nil && schema.Items != nil {
		schema = schema.Items
	}
	if schema == nil {
		return ""
	}
	var names []string
	for known := range schema.Properties {
		names = append(names, known)
	}
	return mostAlike(name, names)
}

// mostAlike is the name at the smallest edit distance, at most a third of the name's length; alphabetically first among equals.
func mostAlike(name string, known []string) string {
	best, least := "", len(name)/3+1
	for _, candidate := range known {
		away := distance(strings.ToLower(name), strings.ToLower(candidate))
		if away < least || away == least && best != "" && candidate < best {
			best, least = candidate, away
		}
	}
	return best
}

// distance is Levenshtein's. Names longer than any field's are far away from everything.
func distance(a, b string) int {
	if len(a) > 100 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for i := range row {
		row[i] = i
	}
	for i := range len(a) {
		previous := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := previous
			if a[i] != b[j] {
				replaced++
			}
			previous = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
