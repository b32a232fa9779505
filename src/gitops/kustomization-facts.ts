import { isObject } from "./json.ts";
import { parseYaml } from "./yaml-read.ts";
import type { FieldPath } from "./yaml-positions.ts";

/** What one kustomization file says about other files. Plain data of the text alone, cacheable by blob id. */
export interface KustomizationFacts {
  component: boolean;
  /** Local paths as written, relative to the kustomization: files, directories, or neither. */
  references: string[];
}

const pathLists = [
  "resources",
  "bases",
  "components",
  "crds",
  "configurations",
  "generators",
  "transformers",
  "validators",
  "patchesStrategicMerge",
];
const pathFields: Readonly<Record<string, readonly string[]>> = {
  patches: ["path"],
  patchesJson6902: ["path"],
  replacements: ["path"],
  configMapGenerator: ["files", "env", "envs"],
  secretGenerator: ["files", "env", "envs"],
  helmCharts: ["valuesFile", "additionalValuesFiles"],
};

/** Never throws: a broken kustomization has no references, and rendering it says why. */
export function kustomizationFacts(text: string): KustomizationFacts {
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch {
    value = undefined;
  }
  return {
    component: isObject(value) && value["kind"] === "Component",
    references: pathEntries(value).flatMap(({ text: written }) => localPath(written) ?? []),
  };
}

/** Every field of a kustomization that may name a file or a directory, and what it says. Inline patches and URLs are among them. */
export function pathEntries(value: unknown): { field: FieldPath; text: string }[] {
  if (!isObject(value)) return [];
  const found: { field: FieldPath; text: string }[] = [];
  const add = (item: unknown, field: FieldPath): void => {
    if (Array.isArray(item)) for (const [index, one] of item.entries()) add(one, [...field, index]);
    else if (typeof item === "string") found.push({ field, text: item });
  };
  for (const list of pathLists) add(value[list], [list]);
  for (const [list, fields] of Object.entries(pathFields)) {
    const items = value[list];
    if (!Array.isArray(items)) continue;
    for (const [index, item] of items.entries())
      if (isObject(item)) for (const field of fields) add(item[field], [list, index, field]);
  }
  if (isObject(value["openapi"])) add(value["openapi"]["path"], ["openapi", "path"]);
  return found;
}

/** The path in an entry, which a generator may give another name (`name=path`); undefined for inline patches and remote bases. */
export function localPath(entry: string): string | undefined {
  const remote = /^[a-z+]+:\/\/|^git@|\?ref=/.test(entry);
  if (remote || entry.includes("\n") || entry.trimStart().startsWith("{")) return undefined;
  return entry.replace(/^[^=/]+=/, "");
}
