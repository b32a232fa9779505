import type { Json, JsonObject } from "../../model/resource.ts";
import { isJson, isObject } from "../json.ts";
import type { Again } from "../render-again.ts";
import type { HelmOptions } from "../schema-source.ts";
import { valueAt } from "../field-path.ts";
import { parseYaml } from "../yaml-read.ts";
import type { Question } from "./question.ts";
import type { ValuesStack } from "./values-stack.ts";
import { parameterPath } from "./values-stack.ts";

/** Another value of the same type. */
export function otherThan(value: unknown): Json {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string" || value === "") return "x";
  return /^\d{1,9}$/.test(value) ? String(Number(value) + 1) : `${value}x`;
}

/** Values that change one leaf and nothing else. A list is replaced as a whole by Helm, so all of it is repeated. */
export function changedValues(values: ValuesStack, path: readonly string[], value: Json): JsonObject | undefined {
  const depth = path.findIndex((_, index) => Array.isArray(values.writer(path.slice(0, index))?.value));
  if (depth < 0) return nested(path, value);
  const list = values.writer(path.slice(0, depth))?.value;
  const copy: unknown = JSON.parse(JSON.stringify(list));
  let at: unknown = copy;
  for (const step of path.slice(depth, -1))
    at = Array.isArray(at) ? at[Number(step)] : isObject(at) ? at[step] : undefined;
  const last = path.at(-1) ?? "";
  if (Array.isArray(at)) at[Number(last)] = value;
  else if (isObject(at) && Object.hasOwn(at, last)) at[last] = value;
  else return undefined;
  return isJson(copy) ? nested(path.slice(0, depth), copy) : undefined;
}

const nested = (path: readonly string[], value: Json): JsonObject => {
  const wrapped = path.toReversed().reduce<Json>((inner, key) => Object.fromEntries([[key, inner]]), value);
  return isObject(wrapped) ? wrapped : {};
};

/** An Application's Helm options with one value changed; undefined where it comes from a file that is a value as a whole. */
export function changedOptions(
  options: HelmOptions,
  values: ValuesStack,
  path: readonly string[],
  value: Json,
): HelmOptions | undefined {
  const name = path.join("\0");
  const isThis = (one: { name?: string | undefined }): boolean => parameterPath(one.name ?? "").join("\0") === name;
  if (options.fileParameters?.some(isThis) === true) return undefined;
  if (options.parameters?.some(isThis) === true) {
    return {
      ...options,
      parameters: options.parameters.map((one) => (isThis(one) ? { ...one, value: String(value) } : one)),
    };
  }
  const change = changedValues(values, path, value);
  const inline: unknown = options.valuesObject ?? parsed(options.values ?? "");
  if (change === undefined || !isJson(inline ?? {})) return undefined;
  const { values: _text, ...rest } = options;
  return { ...rest, valuesObject: merged(inline, change) };
}

function parsed(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

function merged(base: unknown, change: JsonObject): JsonObject {
  const out: JsonObject = isObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(change)) {
    const before = out[key];
    out[key] = isObject(value) && isObject(before) ? merged(before, value) : value;
  }
  return out;
}

/** Whether a field has another value in another rendering; undefined where its resource is not to be found there. */
export function isDifferent(
  { produced }: Again,
  { resource, names, value }: Question,
  counts: number,
): boolean | undefined {
  const { id } = resource;
  const alike = produced.filter(
    ({ manifest }) => manifest["kind"] === id.kind && manifest["apiVersion"] === id.apiVersion,
  );
  const same = alike.find(({ manifest }) => isObject(manifest["metadata"]) && manifest["metadata"]["name"] === id.name);
  const found = same ?? (alike.length === 1 && counts === 1 ? alike[0] : undefined);
  if (found === undefined) return undefined;
  const steps = names.map((name) => (/^\d+$/.test(name) ? Number(name) : name));
  return JSON.stringify(valueAt(found.manifest, steps)) !== JSON.stringify(value);
}
