import { posix } from "node:path";
import type { Json, JsonObject } from "../../model/resource.ts";
import { chartTree } from "../archive-tree.ts";
import type { FileTree } from "../contracts.ts";
import { isJson, isObject, stringAt } from "../json.ts";
import { join, walk } from "../source-paths.ts";
import { parseYaml } from "../yaml-read.ts";
import { Mentions } from "./mentions.ts";
import { type NamedTemplates, namedTemplates } from "./named-templates.ts";
import { scanTemplatesIn } from "./value-templates.ts";

/** What a chart says about the values it reads. */
export interface ChartFacts {
  name: string;
  mentions: Mentions;
  templates: NamedTemplates;
  /** values.yaml. */
  defaults: JsonObject;
  /** values.schema.json. */
  schema: JsonObject;
  /** By the name its values have in this chart; facts are absent where the chart is not at hand. */
  dependencies: ReadonlyMap<string, ChartFacts | undefined>;
  /** Charts whose templates read this one's values. */
  libraries: readonly ChartFacts[];
}

/** Larger files are data, such as dashboards. */
const largest = 512 * 1024;
/** Helm looks for charts in charts, and nobody nests them deeper. */
const deepest = 5;

/** The packed chart that was fetched for a dependency of this name. */
export type FetchedChart = (name: string) => Uint8Array | undefined;

/** Reads a chart: a folder of a tree, or the root of an archive. Undefined where there is none. */
export function chartFacts(
  tree: FileTree,
  directory: string,
  fetched: FetchedChart = () => undefined,
): ChartFacts | undefined {
  const beside = (dependency: JsonObject): Subchart | undefined => elsewhere(tree, directory, dependency, fetched);
  return factsAt(tree, directory, 0, beside);
}

/** Helm looks for dependencies outside of charts/ for the outermost chart alone. */
type Beside = (dependency: JsonObject) => Subchart | undefined;

function factsAt(tree: FileTree, directory: string, depth: number, beside: Beside): ChartFacts | undefined {
  const about = yamlAt(tree, join(directory, "Chart.yaml"));
  if (!isObject(about)) return undefined;
  const mentions = new Mentions();
  const subcharts = depth < deepest ? subchartsOf(tree, directory, depth) : [];
  const charts = join(directory, "charts");
  const texts: string[] = [];
  for (const file of walk(tree, directory, (path) => path !== charts)) {
    // What people read about values is no reading of them; strings in values.yaml may be templates.
    if (!/(?:\.md|values\.schema\.json)$/.test(file)) texts.push(textAt(tree, file) ?? "");
  }
  for (const text of texts) mentions.scan(text);
  const declared = [...listed(about["dependencies"]), ...listed(yamlAt(tree, join(directory, "requirements.yaml")))];
  for (const one of declared)
    for (const path of (stringAt(one, "condition") ?? "").split(",")) mentions.add(path.trim());
  const dependencies = new Map<string, ChartFacts | undefined>();
  for (const { facts } of subcharts) dependencies.set(facts.name, facts);
  for (const one of declared) {
    const name = stringAt(one, "name") ?? "";
    const inside = subcharts.find(({ facts }) => facts.name === name);
    const outside = inside === undefined ? beside(one) : undefined;
    if (outside !== undefined) subcharts.push(outside);
    dependencies.set(stringAt(one, "alias") ?? name, (inside ?? outside)?.facts);
  }
  const defaults = yamlAt(tree, join(directory, "values.yaml"));
  const schema = yamlAt(tree, join(directory, "values.schema.json"));
  const facts = {
    name: stringAt(about, "name") ?? "",
    mentions,
    templates: namedTemplates(texts),
    defaults: isObject(defaults) ? defaults : {},
    schema: isObject(schema) ? schema : {},
    dependencies,
    libraries: subcharts.flatMap(({ library, facts: one }) => (library ? [one] : [])),
  };
  scanTemplatesIn(facts.defaults, facts);
  return facts;
}

interface Subchart {
  facts: ChartFacts;
  library: boolean;
}

function subchartsOf(tree: FileTree, directory: string, depth: number): Subchart[] {
  const folder = join(directory, "charts");
  return (tree.list(folder) ?? []).flatMap(({ name, directory: isFolder }) => {
    const path = join(folder, name);
    if (isFolder) return subchart(tree, path, depth);
    const archive = name.endsWith(".tgz") ? tree.read(path) : undefined;
    return archive === undefined ? [] : subchart(chartTree(archive, name), "", depth);
  });
}

/** A dependency that is not in charts/: beside the chart, or fetched. */
function elsewhere(
  tree: FileTree,
  directory: string,
  dependency: JsonObject,
  fetched: FetchedChart,
): Subchart | undefined {
  const repository = stringAt(dependency, "repository") ?? "";
  if (repository.startsWith("file://")) {
    const path = posix.join(directory, repository.slice("file://".length)).replace(/\/$/, "");
    return path.startsWith("../") ? undefined : subchart(tree, path, 0)[0];
  }
  const name = stringAt(dependency, "name") ?? "";
  const archive = fetched(name);
  return archive === undefined ? undefined : subchart(chartTree(archive, name), "", 0)[0];
}

function subchart(tree: FileTree, directory: string, depth: number): Subchart[] {
  const facts = factsAt(tree, directory, depth + 1, () => undefined);
  const about = yamlAt(tree, join(directory, "Chart.yaml"));
  return facts === undefined ? [] : [{ facts, library: stringAt(about, "type") === "library" }];
}

function listed(value: Json | undefined): JsonObject[] {
  const list = isObject(value) ? value["dependencies"] : value;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** Undefined for a file that is absent or broken: rendering has said so. */
function yamlAt(tree: FileTree, path: string): Json | undefined {
  try {
    const value = parseYaml(textAt(tree, path) ?? "");
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function textAt(tree: FileTree, path: string): string | undefined {
  const content = tree.read(path);
  return content === undefined || content.length > largest ? undefined : new TextDecoder().decode(content);
}
