import type { Json, JsonObject } from "../../model/resource.ts";
import { isObject } from "../json.ts";

/** Nested data as `a.b.0: value`, the way selectors and classic templates see it. Empty containers vanish. */
function flatten(value: unknown, prefix = "", out: Record<string, unknown> = {}): Record<string, unknown> {
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index): [string, unknown] => [String(index), item])
    : isObject(value)
      ? Object.entries(value)
      : [];
  for (const [key, item] of entries) {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    if (isObject(item) || Array.isArray(item)) flatten(item, name, out);
    else out[name] = item;
  }
  return out;
}

/** Go's `%v` of a value that came from YAML or JSON. */
export function printed(value: unknown): string {
  if (value === null || value === undefined) return "<nil>";
  if (typeof value === "number") return printedNumber(value);
  if (Array.isArray(value)) return `[${value.map(printed).join(" ")}]`;
  if (isObject(value)) {
    const keys = Object.keys(value).sort();
    return `map[${keys.map((key) => `${key}:${printed(value[key])}`).join(" ")}]`;
  }
  return String(value);
}

/** float64, which every JSON number is in Go: an exponent of two digits from 1e+06 on and below 1e-04. */
function printedNumber(value: number): string {
  const size = Math.abs(value);
  const text = value !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

export function flattenToText(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(flatten(value)).map(([key, item]) => [key, printed(item)]));
}

/** Deep merge where `override` wins with everything that is not empty, as mergo.WithOverride does. */
export function mergeDeep(
  base: Readonly<Record<string, unknown>>,
  override: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const out: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(override)) {
    const current = out[key];
    if (isObject(current) && isObject(value)) out[key] = mergeDeep(current, value);
    else if (!isEmpty(value) || !(key in out)) out[key] = value;
  }
  return out;
}

/** What Go calls a zero value. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

/** mergo.Merge without override: a generator's template keeps what it sets, the ApplicationSet's fills the rest. */
export function fillFrom(base: JsonObject, filler: JsonObject): JsonObject {
  const out: JsonObject = { ...base };
  for (const [key, value] of Object.entries(filler)) {
    const current: Json | undefined = out[key];
    if (isObject(current) && isObject(value)) out[key] = fillFrom(current, value);
    else if (isEmpty(current)) out[key] = value;
  }
  return out;
}
