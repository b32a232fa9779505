import type { SourceLocation } from "../../model/resource.ts";
import { buildEnvironment } from "../build-environment.ts";
import { isObject } from "../json.ts";
import { sourcesOf } from "../application.ts";
import { resolveFile, resolveValueFiles, type Place } from "../value-files.ts";
import type { PlacedSource } from "./application-place.ts";
import { ChartFiles } from "./chart-files.ts";
import type { Kustomization } from "./kustomization.ts";
import { resolve, textsOf } from "./kustomization.ts";
import { type Archive, at, type Question } from "./question.ts";
import { embeddedDocuments, type SourceDocument } from "./source-files.ts";
import { parameterPath, type ValuesLayer, ValuesStack } from "./values-stack.ts";

/** A chart as some source uses it. */
export interface ChartSource {
  /** Undefined where its files are not at hand. */
  chart?: ChartFiles;
  /** The template's path as Helm knows it, without the chart's name; undefined where only the manifest is known. */
  template?: string;
  values: ValuesStack;
  /** The entry of `helmCharts`, by its index. */
  entry?: number;
  /** What brings the chart in, for what no values decide. */
  around(): SourceLocation[];
}

/** A layer of values that a document holds. */
function documentLayer(
  document: SourceDocument,
  file: string,
  owned: boolean,
  prefix: readonly (string | number)[] = [],
  via = "values",
): ValuesLayer {
  const value = prefix.reduce<unknown>(
    (found, step) => (isObject(found) ? found[step] : Array.isArray(found) ? found[Number(step)] : undefined),
    document.value,
  );
  const numbers = (path: readonly string[]): (string | number)[] => {
    let node: unknown = value;
    return path.map((step) => {
      const key = Array.isArray(node) ? Number(step) : step;
      node = Array.isArray(node) ? node[Number(step)] : isObject(node) ? node[step] : undefined;
      return key;
    });
  };
  return {
    value,
    at: [],
    owned,
    place: (path) => (owned ? [at(file, document.positions.nearest([...prefix, ...numbers(path)]).position, via)] : []),
  };
}

function defaultLayers(chart: ChartFiles | undefined): ValuesLayer[] {
  return (chart?.defaults() ?? []).flatMap(({ file, at: keys }) => {
    const [document] = chart?.files.documents(file) ?? [];
    return document === undefined ? [] : [{ ...documentLayer(document, file, chart?.owned ?? false), at: keys }];
  });
}

/** The chart of an Application's Helm source, with all its values. */
export function helmSource(
  placed: PlacedSource,
  question: Question,
  archive: Archive,
  chart: ChartFiles | undefined,
): Omit<ChartSource, "template"> {
  const helm = placed.source.helm ?? {};
  const parameters = (helm.parameters ?? []).map((one, index): ValuesLayer => ({
    value: typed(one.value ?? "", one.forceString === true),
    at: parameterPath(one.name ?? ""),
    owned: true,
    place: () => placed.place(["helm", "parameters", index, "value"]).places,
  }));
  const files = fileLayers(placed, question, archive, chart);
  const layers = [
    ...parameters.toReversed(),
    ...files.parameters.toReversed(),
    ...inlineLayers(placed),
    ...files.values.toReversed(),
    ...defaultLayers(chart),
  ];
  const field = placed.source.chart ? ["chart"] : ["repoURL"];
  return { ...(chart && { chart }), values: new ValuesStack(layers), around: () => placed.place(field).places };
}

/** As `--set` reads it. */
function typed(value: string, forceString: boolean): unknown {
  if (forceString) return value;
  if (value === "true" || value === "false") return value === "true";
  return /^-?(?:0|[1-9]\d*)$/.test(value) ? Number(value) : value;
}

function inlineLayers(placed: PlacedSource): ValuesLayer[] {
  const { valuesObject, values } = placed.source.helm ?? {};
  if (valuesObject !== undefined) {
    const steps = (path: readonly string[]): (string | number)[] =>
      path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    return [
      {
        value: valuesObject,
        at: [],
        owned: true,
        place: (path) => placed.place(["helm", "valuesObject", ...steps(path)]).places,
      },
    ];
  }
  if (!values) return [];
  const [document] = embeddedDocuments({ text: values, line: 1, column: 0, single: false });
  if (document === undefined) return [];
  const layer = documentLayer(document, "", true);
  return [{ ...layer, place: (path) => placed.place(["helm", "values"], layer.place(path)[0]?.line).places }];
}

function fileLayers(
  { source, directory, place }: PlacedSource,
  { application }: Question,
  { files }: Archive,
  chart: ChartFiles | undefined,
): { values: ValuesLayer[]; parameters: ValuesLayer[] } {
  const { name, spec } = application.application;
  const root: Place = { tree: files.tree, directory: "", root: "" };
  const refs = sourcesOf(spec).flatMap(({ ref }) => ref || []);
  const inside: Place =
    chart === undefined || chart.owned ? { ...root, directory } : { tree: chart.files.tree, directory: "", root: "" };
  const environment = buildEnvironment({
    applicationName: name,
    destinationNamespace: spec.destination.namespace ?? "",
    project: spec.project,
    revision: "",
    repoURL: source.repoURL,
    path: source.path ?? "",
    targetRevision: source.targetRevision ?? "",
  });
  const rules = {
    own: inside,
    references: new Map(refs.map((ref) => [ref, root])),
    environment,
    refNames: undefined,
    remote: new Map(),
    ignoreMissing: true,
  };
  const wasRead = (file: string): boolean => typeof application.rendered.reads.files[file] === "string";
  const attempt = <T>(work: () => T[]): T[] => {
    try {
      return work();
    } catch {
      return [];
    }
  };
  const values = attempt(() => resolveValueFiles(source.helm?.valueFiles ?? [], rules)).flatMap(
    ({ place: from, path }): ValuesLayer[] => {
      const own = from.tree === files.tree;
      const [document] = own ? files.documents(path) : (chart?.files.documents(path) ?? []);
      return document === undefined || (own && !wasRead(path)) ? [] : [documentLayer(document, path, own)];
    },
  );
  const parameters = (source.helm?.fileParameters ?? []).flatMap((one, index) =>
    attempt(() => [resolveFile(one.path ?? "", rules)]).map(({ path }): ValuesLayer => ({
      value: files.text(path) ?? "",
      at: parameterPath(one.name ?? ""),
      owned: true,
      place: () => [at(path, { line: 1, column: 1 }, "file"), ...place(["helm", "fileParameters", index]).places],
    })),
  );
  return { values, parameters };
}

/** The chart of an entry of `helmCharts`, with its values. */
export function inflatedSource(
  { value, document, file, directory }: Kustomization,
  index: number,
  { files }: Archive,
  fetched: (entry: Readonly<Record<string, unknown>>) => ChartFiles | undefined,
): ChartSource | undefined {
  const list = value["helmCharts"];
  const entry: unknown = Array.isArray(list) ? list[index] : undefined;
  if (!isObject(entry)) return undefined;
  const globals = value["helmGlobals"];
  const home = isObject(globals) && typeof globals["chartHome"] === "string" ? globals["chartHome"] : "charts";
  const own = resolve(directory, `${home}/${String(entry["name"])}`);
  const chart = files.has(`${own}/Chart.yaml`) ? new ChartFiles(files, own, true) : fetched(entry);
  const fromFiles = (field: string): ValuesLayer[] =>
    textsOf(entry[field]).flatMap((path) => {
      const [found] = files.documents(resolve(directory, path));
      return found === undefined ? [] : [documentLayer(found, resolve(directory, path), true)];
    });
  const inline = isObject(entry["valuesInline"])
    ? [documentLayer(document, file, true, ["helmCharts", index, "valuesInline"])]
    : [];
  const base = fromFiles("valuesFile");
  const merged =
    entry["valuesMerge"] === "merge"
      ? [...base, ...inline]
      : entry["valuesMerge"] === "replace" && inline.length > 0
        ? inline
        : [...inline, ...base];
  const layers = [...fromFiles("additionalValuesFiles").toReversed(), ...merged, ...defaultLayers(chart)];
  const around = (): SourceLocation[] => [
    at(file, document.positions.nearest(["helmCharts", index]).position, "helmCharts"),
  ];
  return { ...(chart && { chart }), values: new ValuesStack(layers), around, entry: index };
}
