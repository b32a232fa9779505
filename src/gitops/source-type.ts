import type { JsonObject } from "../model/resource.ts";
import type { FileTree, Tree } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";
import { isJson, isObject, withoutNulls } from "./json.ts";
import { type ApplicationSource, sourceSchema } from "./schema-source.ts";
import { join } from "./source-paths.ts";
import { parseYaml } from "./yaml-read.ts";

export type SourceType = "helm" | "kustomize" | "directory" | "plugin";

export const kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"] as const;

/** What a source asks to be, or what its directory looks like: a kustomization wins over a chart, as the walk ends with it. */
export function sourceType(source: ApplicationSource, tree: Tree, directory: string): SourceType {
  const explicit = (["kustomize", "helm", "directory", "plugin"] as const).filter((type) => source[type] !== undefined);
  const [type, other] = explicit;
  if (other !== undefined) {
    const message = `The source is declared as several types at once: ${explicit.join(", ")}`;
    throw new RenderFailure("render/failed", message, { field: [other] });
  }
  if (type !== undefined) return type;
  // Looked up name by name: a listing would make every new file in the directory a reason to render anew.
  const has = (name: string): boolean => tree.lookup(join(directory, name))?.type === "file";
  if (kustomizationNames.some(has)) return "kustomize";
  return has("Chart.yaml") ? "helm" : "directory";
}

/**
 * Merges `.argocd-source.yaml` and `.argocd-source-<app>.yaml` of the source's directory over the source (JSON merge
 * patch). They may not move it: repository, path, chart and revision stay.
 */
export function withOverrides(
  source: ApplicationSource,
  tree: FileTree,
  directory: string,
  application: string,
): ApplicationSource {
  let merged: JsonObject | undefined;
  for (const name of [".argocd-source.yaml", `.argocd-source-${application}.yaml`]) {
    const file = join(directory, name);
    const content = tree.read(file);
    if (content === undefined) continue;
    merged = mergePatch(merged ?? toJson(source), readPatch(file, content));
  }
  if (merged === undefined) return source;
  const fixed = {
    repoURL: source.repoURL,
    path: source.path,
    chart: source.chart,
    targetRevision: source.targetRevision,
  };
  const parsed = sourceSchema.safeParse(withoutNulls({ ...merged, ...toJson(fixed) }));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RenderFailure(
    "render/failed",
    `${join(directory, ".argocd-source.yaml")} sets ${issue?.path.join(".") ?? "a field"} to a value of the wrong type`,
    { at: [{ file: join(directory, ".argocd-source.yaml"), line: 1, column: 1 }] },
  );
}

function readPatch(file: string, content: Uint8Array): JsonObject {
  let value: unknown;
  try {
    value = parseYaml(new TextDecoder().decode(content)) ?? {};
  } catch (error) {
    throw new RenderFailure("render/failed", `${file} is not readable YAML`, {
      at: [{ file, line: 1, column: 1 }],
      cause: error,
    });
  }
  if (isObject(value) && isJson(value)) return value;
  throw new RenderFailure("render/failed", `${file} is not a YAML object`, { at: [{ file, line: 1, column: 1 }] });
}

function toJson(value: unknown): JsonObject {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  return isObject(plain) ? plain : {};
}

/** RFC 7386. */
function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const out: JsonObject = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    const current = out[key];
    if (value === null) delete out[key];
    else if (isObject(value)) out[key] = mergePatch(isObject(current) ? current : {}, value);
    else out[key] = value;
  }
  return out;
}
