package main

import (
	"fmt"
	"path"
	"regexp"
	"strings"
)

// An explanation knows one of kustomize's errors and says it in a sentence.
type explanation struct {
	code     string
	pattern  *regexp.Regexp
	sentence func(at place, found []string) string
}

var explanations = []explanation{
	explained(`MalformedYAMLError: yaml: line (\d+): (.+) in File: ([^'":]+)`, func(at place, found []string) string {
		return fmt.Sprintf("%s:%s: this is not valid YAML: %s", at.file(found[3]), found[1], found[2])
	}),
	explained(`MalformedYAMLError: (?:yaml: )?(.+) in File: ([^'":]+)`, func(at place, found []string) string {
		return fmt.Sprintf("%s: this is not valid YAML: %s", at.file(found[2]), found[1])
	}),
	explained(`invalid Kustomization: (?:error converting YAML to JSON: )?yaml: line (\d+): (.+)`, func(at place, found []string) string {
		return fmt.Sprintf("%s:%s: this is not valid YAML: %s", at.kustomization(), found[1], found[2])
	}),
	explained(`invalid Kustomization: json: unknown field \\?"([^"\\]+)`, func(at place, found []string) string {
		return fmt.Sprintf("%s: there is no field %q in a kustomization", at.saying(found[1]+":"), found[1])
	}),
	explained(`json: cannot unmarshal (\w+) into Go struct field \w+\.(\S+) of type (\S+)`, func(at place, found []string) string {
		return fmt.Sprintf("%s: %s must be a %s, not a %s", at.kustomization(), found[2], goType(found[3]), found[1])
	}),
	explained(`open ([^:']+): file does not exist`, func(at place, found []string) string {
		return fmt.Sprintf("%s refers to %q, which does not exist", at.saying(path.Base(found[1])), found[1])
	}),
	explained(`unable to find one of 'kustomization.yaml'.* in directory '([^']+)'`, func(_ place, found []string) string {
		return fmt.Sprintf("%s has no kustomization.yaml", named(found[1]))
	}),
	explained(`Found multiple kustomization files? ?under: (\S+)`, func(at place, _ []string) string {
		return fmt.Sprintf("%s has more than one kustomization file", named(at.directory))
	}),
	explained(`cycle detected: candidate root '([^']+)'`, func(at place, found []string) string {
		return fmt.Sprintf("%s refers to %q, which is itself being built on it: a cycle", at.saying(path.Base(found[1])), found[1])
	}),
	explained(`merging resources from '([^']+)': may not add resource with an already registered id: ([^\s']+)`, func(at place, found []string) string {
		return fmt.Sprintf("%s: %s is already among the resources", at.file(found[1]), readable(found[2]))
	}),
	explained(`may not add resource with an already registered id: ([^\s'"]+)`, func(at place, found []string) string {
		return fmt.Sprintf("%s: %s is there twice", at.kustomization(), readable(found[1]))
	}),
	explained(`no resource matches strategic merge patch \\?"([^"\\]+)`, func(at place, found []string) string {
		return fmt.Sprintf("%s: there is a patch for %s, which is not among the resources", at.kustomization(), readable(found[1]))
	}),
	explained(`Kind:"(\w+)".* Name:"([^"]+)".* does not exist; cannot merge or replace`, func(at place, found []string) string {
		return fmt.Sprintf("%s: there is no %s %q to merge with or replace", at.kustomization(), found[1], found[2])
	}),
	explained(`security; file '([^']+)' is not in or below '([^']+)'`, func(at place, found []string) string {
		return fmt.Sprintf("%s refers to %q, which is not in or below %q (kustomize reads other files only with --load-restrictor LoadRestrictionsNone)",
			at.saying(path.Base(found[1])), found[1], found[2])
	}),
	explained(`accumulating resources from '([^']+)': missing (kind|apiVersion|metadata\.name) in object`, func(at place, found []string) string {
		return fmt.Sprintf("%s: a resource has no %s", at.file(found[1]), found[2])
	}),
	explained(`expected kind != 'Component' for path '([^']+)'`, func(at place, found []string) string {
		return fmt.Sprintf("%s is a component: list it under components, not resources", named(found[1]))
	}),
	explained(`kustomization.yaml is empty`, func(at place, _ []string) string {
		return fmt.Sprintf("%s is empty", at.kustomization())
	}),
	explained(`must specify --enable-helm`, func(at place, _ []string) string {
		return fmt.Sprintf("%s: helmCharts are not enabled in this build (--enable-helm)", at.saying("helmChart"))
	}),
	{"refused", regexp.MustCompile(`external plugins disabled; unable to load external plugin '([^']+)'`), func(at place, found []string) string {
		return fmt.Sprintf("%s: %q is a plugin or a function, and a build runs no programs", at.kustomization(), found[1])
	}},
}

func explained(pattern string, sentence func(place, []string) string) explanation {
	return explanation{"invalid", regexp.MustCompile(pattern), sentence}
}

func named(directory string) string {
	if directory == "" || directory == "." {
		return "the root directory"
	}
	return fmt.Sprintf("the directory %q", directory)
}

// readable turns Deployment.v1.apps/web.shop into Deployment "web" in namespace "shop".
func readable(id string) string {
	kind, name, named := strings.Cut(id, "/")
	if !named {
		return id
	}
	kind, _, _ = strings.Cut(kind, ".")
	dot := strings.LastIndex(name, ".")
	if dot < 0 || name[dot:] == ".[noNs]" {
		return fmt.Sprintf("%s %q", kind, strings.TrimSuffix(name, ".[noNs]"))
	}
	return fmt.Sprintf("%s %q in namespace %q", kind, name[:dot], name[dot+1:])
}

func goType(name string) string {
	switch {
	case strings.HasPrefix(name, "[]"):
		return "list"
	case strings.HasPrefix(name, "map") || strings.Contains(name, "."):
		return "mapping"
	}
	return name
}
