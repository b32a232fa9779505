import type { Json, JsonObject } from "../../model/resource.ts";
import { isJson, isObject } from "../json.ts";
import { parseYaml } from "../yaml-read.ts";

/**
 * Lays a rendered templatePatch over an Application. Application types declare no list-map keys, so Kubernetes'
 * strategic merge replaces lists; maps merge, null and `$patch: delete` remove, `$patch: replace` replaces. The project
 * cannot be patched.
 */
export function applyTemplatePatch(application: JsonObject, patchText: string): JsonObject {
  const patch = parseYaml(patchText);
  if (patch === undefined || patch === null) return application;
  if (!isObject(patch) || !isJson(patch)) throw new Error("`templatePatch` does not render to a YAML object");
  const patched = merge(application, patch);
  const project = isObject(application["spec"]) ? application["spec"]["project"] : undefined;
  const spec = patched["spec"];
  if (isObject(spec) && project !== undefined) spec["project"] = project;
  return patched;
}

function merge(base: JsonObject, patch: JsonObject): JsonObject {
  if (patch["$patch"] === "replace") return clean(patch);
  const out: JsonObject = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (key === "$patch" || key === "$retainKeys") continue;
    if (value === null || (isObject(value) && value["$patch"] === "delete")) delete out[key];
    else out[key] = isObject(value) ? merge(objectOr(out[key]), value) : value;
  }
  return out;
}

function objectOr(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function clean(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key, item]) => key !== "$patch" && item !== null));
}
