package render

import (
	"fmt"
	"log/slog"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"time"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"
)

// helmVersion is what templates see as .Capabilities.HelmVersion.Version: what released binaries of the version in
// go.mod are stamped with.
const helmVersion = "v4.3.1"

// A schema may refer to others on the web. Nothing is fetched here, and a chart should not fail for that.
var remoteSchema = regexp.MustCompile(`failing loading "(https?://[^"]+)"`)

// repeatable replaces the function whose result would print the time since the process started.
var repeatable = template.FuncMap{"now": func() time.Time { return time.Now().Round(0) }}

// Template renders a chart as `helm template` does.
func Template(tree Tree, request *Request) (*Response, error) {
	response := &Response{Resources: []Resource{}, Needs: []ChartRef{}, Warnings: []string{}}
	release := collectWarnings(&response.Warnings)
	defer release()

	request.Chart = clean(request.Chart)
	capabilities, err := capabilities(request)
	if err != nil {
		return nil, err
	}
	values, err := mergeValues(tree, request)
	if err != nil {
		return nil, err
	}
	root, err := loadRoot(tree, request, response)
	if err != nil {
		return nil, err
	}
	needs, err := complete(tree, request, root)
	if err != nil {
		return nil, err
	}
	if len(needs) > 0 {
		response.Needs = needs
		return response, nil
	}
	if err := chartutil.ValidateReleaseName(request.ReleaseName); err != nil {
		cause := fmt.Errorf("release name check failed: release name %q: %w", request.ReleaseName, err)
		return nil, fail(cause, "%q cannot be a release's name", request.ReleaseName)
	}
	rendered, err := execute(root, values, capabilities, request)
	if err != nil {
		return nil, explain(err, root, request.Chart)
	}
	if err := stream(request, root, rendered, response); err != nil {
		return nil, explain(err, root, request.Chart)
	}
	return response, nil
}

func capabilities(request *Request) (*common.Capabilities, error) {
	all := common.DefaultCapabilities.Copy()
	all.HelmVersion.Version = helmVersion
	all.APIVersions = slices.Concat(all.APIVersions, common.VersionSet(request.APIVersions))
	if request.KubeVersion != "" {
		version, err := common.ParseKubeVersion(request.KubeVersion)
		if err != nil {
			cause := fmt.Errorf("invalid kube version '%s': %w", request.KubeVersion, err)
			return nil, fail(cause, "%q is not a Kubernetes version", request.KubeVersion)
		}
		all.KubeVersion = *version
	}
	return all, nil
}

func loadRoot(tree Tree, request *Request, response *Response) (*chart.Chart, error) {
	root, err := load(tree, request.Chart)
	if err != nil {
		return nil, err
	}
	if kind := root.Metadata.Type; kind != "" && kind != "application" {
		cause := fmt.Errorf("%s charts are not installable", kind)
		return nil, fail(cause, "%s is a %s chart, which other charts use and nothing installs", root.Name(), kind).
			at(path.Join(request.Chart, "Chart.yaml"))
	}
	if root.Metadata.Deprecated {
		response.Warnings = append(response.Warnings, "this chart is deprecated")
	}
	return root, nil
}

// execute gives each template's output by the template's path.
func execute(root *chart.Chart, values map[string]any, capabilities *common.Capabilities, request *Request) (map[string]string, error) {
	if err := chartutil.ProcessDependencies(root, values); err != nil {
		return nil, fmt.Errorf("chart dependencies processing failed: %w", err)
	}
	namespace := request.Namespace
	if namespace == "" {
		namespace = "default"
	}
	options := common.ReleaseOptions{Name: request.ReleaseName, Namespace: namespace, Revision: 1, IsInstall: true}
	scope, err := util.ToRenderValuesWithSchemaValidation(root, values, options, capabilities, request.SkipSchemaValidation)
	if match := remoteSchema.FindStringSubmatch(errorText(err)); match != nil {
		slog.Warn("the values are not checked against the chart's schema, because it refers to " + match[1])
		scope, err = util.ToRenderValuesWithSchemaValidation(root, values, options, capabilities, true)
	}
	if err != nil {
		return nil, err
	}
	if wanted := root.Metadata.KubeVersion; wanted != "" {
		if version := capabilities.KubeVersion; !chartutil.IsCompatibleRange(wanted, version.String()) {
			return nil, fmt.Errorf("chart requires kubeVersion: %s which is incompatible with Kubernetes %s", wanted, version.Version)
		}
	}
	rendered, err := engine.Engine{CustomTemplateFuncs: repeatable}.Render(root, scope)
	if err != nil {
		return nil, err
	}
	for name := range rendered {
		if strings.HasSuffix(name, "NOTES.txt") {
			delete(rendered, name)
		}
	}
	return rendered, nil
}
