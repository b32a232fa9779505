import { chartPath } from "../../tree/index.ts";
import { chartTree } from "../archive-tree.ts";
import type { FileTree } from "../contracts.ts";
import { isObject, objectAt, stringAt } from "../json.ts";
import type { SourceNotice } from "../render-source.ts";
import { join } from "../source-paths.ts";
import { kustomizationNames } from "../source-type.ts";
import { parsed, valuesNotices } from "./values-notices.ts";
import { type ChartFacts, chartFacts } from "./chart-facts.ts";
import { givenByKustomization } from "./given.ts";

/** Values that the kustomizations of a build give their `helmCharts`, and that those never read. */
export function kustomizedValues(tree: FileTree, filesRead: Iterable<string>): SourceNotice[] {
  return [...filesRead].flatMap((file) => {
    const name = file.slice(file.lastIndexOf("/") + 1);
    const content = kustomizationNames.some((one) => one === name) ? tree.read(file) : undefined;
    const kustomization = content && parsed(new TextDecoder().decode(content));
    const charts = isObject(kustomization) ? kustomization["helmCharts"] : undefined;
    if (!isObject(kustomization) || !Array.isArray(charts)) return [];
    const folder = file.slice(0, Math.max(0, file.length - name.length - 1));
    const home = join(folder, stringAt(objectAt(kustomization, "helmGlobals"), "chartHome") ?? "charts");
    return charts.flatMap((chart, index) => {
      if (!isObject(chart)) return [];
      const facts = factsOf(tree, home, chart);
      return facts === undefined ? [] : valuesNotices(givenByKustomization(file, index, chart, tree), facts);
    });
  });
}

/** The chart in the kustomization's own folder of charts, else the fetched one. */
function factsOf(tree: FileTree, home: string, chart: { [key: string]: unknown }): ChartFacts | undefined {
  const name = stringAt(chart, "name") ?? "";
  const version = stringAt(chart, "version") ?? "";
  if (name === "") return undefined;
  const local = chartFacts(tree, join(home, name)) ?? chartFacts(tree, join(home, `${name}-${version}/${name}`));
  if (local !== undefined) return local;
  const archive = tree.read(chartPath({ repository: stringAt(chart, "repo") ?? "", chart: name, version }));
  return archive && chartFacts(chartTree(archive, name), "");
}
