import type { ChartRef, HelmChartRequest, HelmChartResponse } from "kustomize-wasm";
import type { Helm } from "helm-wasm";
import { chartPath, chartsDirectory } from "../tree/index.ts";
import type { FileTree, Tree } from "../tree/index.ts";

/** Helm's own name for a release nobody named is `<chart>-<seconds since 1970>`; these are the seconds on the engines' clock. */
const generatedSuffix = "1704067200";

export interface ChartTools {
  helm(): Helm;
  /** Renders a Go template without data. */
  goTemplate(template: string): string;
}

/** How a kustomization's `helmCharts` become manifests: by the Helm engine, over the same tree, in the middle of the build. */
export interface ChartInflator {
  locate(ref: ChartRef): string | undefined;
  inflate(request: HelmChartRequest): HelmChartResponse;
  /** Charts that Helm missed, beyond the one per entry that kustomize reports itself. */
  needs(): ChartRef[];
}

/** `noted` is the tree as the build sees it, whose reads are recorded; `tree` answers what is mounted. */
export function createInflator(tree: Tree, noted: FileTree, tools: ChartTools): ChartInflator {
  const missing: ChartRef[] = [];
  return {
    locate(ref) {
      const path = chartPath(ref);
      return tree.lookup(path)?.type === "file" ? path : undefined;
    },
    inflate({ releaseName, nameTemplate, ...request }) {
      const name = releaseName ?? (nameTemplate ? tools.goTemplate(nameTemplate) : generatedName(request.chart));
      const dependencies = mountedCharts(tree);
      const rendered = tools
        .helm()
        .template({ ...request, tree: noted, releaseName: name, dependencies, textOnly: true });
      const [first] = rendered.needs;
      if (!first) return { yaml: rendered.yaml };
      missing.push(...rendered.needs);
      return { missing: first };
    },
    needs: () => missing,
  };
}

/** Every fetched chart that is mounted: `<name>-<version>` → its path. */
export function mountedCharts(tree: FileTree): Record<string, string> {
  const names = (tree.list(chartsDirectory) ?? []).map(({ name }) => name).filter((name) => name.endsWith(".tgz"));
  return Object.fromEntries(names.map((name) => [name.slice(0, -".tgz".length), `${chartsDirectory}/${name}`]));
}

/** Each chart once, in the order of first need. */
export function distinctCharts(refs: readonly ChartRef[]): ChartRef[] {
  return [...new Map(refs.map((ref) => [`${ref.repository}\n${ref.chart}\n${ref.version}`, ref])).values()];
}

function generatedName(chart: string): string {
  const base = chart.slice(chart.lastIndexOf("/") + 1).replace(/\.tgz$/, "");
  return `${base}-${generatedSuffix}`;
}
