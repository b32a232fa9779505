/** A chart in a repository, as a kustomization names it; `version` may be "" (the latest) or a range. */
export interface ChartRef {
  /** https://… or oci://… */
  repository: string;
  chart: string;
  version: string;
}

/** One `helm template`, asked for by an entry of `helmCharts`. */
export interface HelmChartRequest {
  /** A directory in the tree, or the archive that `locate` gave. */
  chart: string;
  /** Without one, Helm generates a name (`--generate-name`). */
  releaseName?: string;
  nameTemplate?: string;
  namespace?: string;
  /** YAML texts, later ones win: the chart's or valuesFile's values merged with valuesInline, then each additionalValuesFile. */
  values: string[];
  kubeVersion?: string;
  apiVersions: string[];
  includeCrds: boolean;
  skipHooks: boolean;
  skipTests: boolean;
}

/** The manifests, or the chart without which Helm could not make them. */
export type HelmChartResponse = { yaml: string } | { missing: ChartRef };

/** How a build gets at charts. Both are called in the middle of the build, which waits for them. */
export interface Charts {
  /** Where in the tree a chart of a repository is: a directory or a .tgz. Undefined if it is not there. */
  locate?(chart: ChartRef): string | undefined;
  inflate(request: HelmChartRequest): HelmChartResponse;
}
