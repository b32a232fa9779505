import { isObject } from "./json.ts";
import { parseYaml } from "./yaml-read.ts";

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
  if (!isObject(value)) return { component: false, references: [] };
  const references: string[] = [];
  const add = (item: unknown): void => {
    if (Array.isArray(item)) item.forEach(add);
    else if (typeof item === "string" && isLocal(item)) references.push(item.replace(/^[^=/]+=/, ""));
  };
  for (const list of pathLists) add(value[list]);
  for (const [list, fields] of Object.entries(pathFields)) {
    const items = value[list];
    if (Array.isArray(items))
      for (const item of items) if (isObject(item)) for (const field of fields) add(item[field]);
  }
  if (isObject(value["openapi"])) add(value["openapi"]["path"]);
  return { component: value["kind"] === "Component", references };
}

/** Inline patches and remote bases are no paths. */
function isLocal(reference: string): boolean {
  return (
    !reference.includes("\n") && !/^[a-z+]+:\/\/|^git@|\?ref=/.test(reference) && !reference.trimStart().startsWith("{")
  );
}
