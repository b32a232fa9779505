import type { Json } from "../model/resource.ts";
import { isObject } from "./json.ts";

/** A step into a field: a key, an index, or the item of a list whose key has a value. */
export type Step = string | number | { key: string; value: string };

/**
 * Steps of `spec.containers[name=web].ports[0]`, or of a JSON pointer. Keys with dots in them come apart here and are
 * joined again where the document has them.
 */
export function parseFieldPath(path: string): Step[] {
  if (path.startsWith("/")) {
    return path
      .slice(1)
      .split("/")
      .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  }
  const steps: Step[] = [];
  for (const [, bracket, key] of path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)) {
    if (key !== undefined) steps.push(key);
    else if (bracket !== undefined) steps.push(bracketStep(bracket));
  }
  return steps;
}

function bracketStep(inside: string): Step {
  const text = inside.replace(/^["']|["']$/g, "");
  if (/^\d+$/.test(text)) return Number(text);
  const equals = text.indexOf("=");
  return equals < 0 ? text : { key: text.slice(0, equals), value: text.slice(equals + 1) };
}

/** The value at a path; keys with dots are found joined. */
export function valueAt(value: Json | undefined, path: readonly Step[]): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined || value === undefined) return value;
  if (Array.isArray(value)) {
    const item = typeof step === "number" ? value[step] : value.find((one) => isItem(one, step));
    return valueAt(item, rest);
  }
  if (!isObject(value)) return undefined;
  for (let steps = 1; steps <= path.length; steps += 1) {
    const key = path.slice(0, steps).join(".");
    if (Object.hasOwn(value, key)) return valueAt(value[key], path.slice(steps));
  }
  return undefined;
}

function isItem(item: Json, step: Step): boolean {
  return typeof step === "object" && isObject(item) && String(item[step.key]) === step.value;
}
