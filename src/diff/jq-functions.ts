import type { Json } from "../model/resource.ts";
import { deepEqual, isObject } from "./equal.ts";
import type { JqOperator } from "./jq-parse.ts";

/** What jq itself would stop with; the expression then changes nothing, as in Argo CD. */
export class JqError extends Error {
  override readonly name = "JqError";
}

export const truthy = (value: Json): boolean => value !== null && value !== false;

export function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const kinds: Readonly<Record<string, (value: Json) => boolean>> = {
  strings: (value) => typeof value === "string",
  objects: (value) => isObject(value),
  arrays: (value) => Array.isArray(value),
  scalars: (value) => typeof value !== "object" || value === null,
  empty: () => false,
};

/** A function without arguments: lets its input through, drops it, or computes something from it. */
export function filtered(name: string, value: Json): "keep" | "drop" | { value: Json } {
  const keeps = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (keeps !== undefined) return keeps(value) ? "keep" : "drop";
  if (name === "not") return { value: !truthy(value) };
  if (name === "type") return { value: typeOf(value) };
  if (name === "ascii_downcase" && typeof value === "string") return { value: value.toLowerCase() };
  if (name === "length") return { value: lengthOf(value) };
  throw new JqError(`${name} does not take ${typeOf(value)}`);
}

function lengthOf(value: Json): number {
  if (value === null) return 0;
  if (typeof value === "string") return Array.from(value).length;
  if (typeof value === "number") return Math.abs(value);
  if (typeof value === "boolean") throw new JqError("boolean has no length");
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

export function tested(name: string, value: Json, argument: Json): boolean {
  if (name === "has") {
    if (typeof argument === "string" && isObject(value)) return Object.hasOwn(value, argument);
    if (typeof argument === "number" && Array.isArray(value)) return argument >= 0 && argument < value.length;
  } else if (name === "contains") return contains(value, argument);
  else if (typeof value === "string" && typeof argument === "string") {
    if (name === "startswith") return value.startsWith(argument);
    if (name === "endswith") return value.endsWith(argument);
    if (name === "test") return matches(value, argument);
  }
  throw new JqError(`${name} does not take ${typeOf(value)} and ${typeOf(argument)}`);
}

function contains(whole: Json, part: Json): boolean {
  if (typeof whole === "string" && typeof part === "string") return whole.includes(part);
  if (Array.isArray(whole) && Array.isArray(part))
    return part.every((item) => whole.some((own) => sameKind(own, item) && contains(own, item)));
  if (isObject(whole) && isObject(part)) {
    return Object.entries(part).every(([key, item]) => {
      const own = Object.hasOwn(whole, key) ? whole[key] : undefined;
      return own !== undefined && sameKind(own, item) && contains(own, item);
    });
  }
  return deepEqual(whole, part);
}

const sameKind = (a: Json, b: Json): boolean => typeOf(a) === typeOf(b);

/** A pattern that could take exponential time is refused: no repeated groups, no back references, few repetitions. */
export function isSafePattern(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\[^1-9k]/g, "x").replaceAll(/\[[^\]]*\]/g, "x");
  return !/\\|\)[*+?{]|\(\?/.test(bare) && (bare.match(/[*+{]/g) ?? []).length <= 3 && pattern.length <= 200;
}

function matches(text: string, pattern: string): boolean {
  if (!isSafePattern(pattern) || text.length > 1000) throw new JqError("pattern refused");
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    throw new JqError("not a pattern");
  }
}

export function binary(op: JqOperator, left: Json, right: Json): boolean {
  if (op === "and") return truthy(left) && truthy(right);
  if (op === "or") return truthy(left) || truthy(right);
  if (op === "==") return deepEqual(left, right);
  if (op === "!=") return !deepEqual(left, right);
  const order = compare(left, right);
  if (op === "<") return order < 0;
  if (op === "<=") return order <= 0;
  return op === ">" ? order > 0 : order >= 0;
}

/** jq orders values of different types by their type. */
const ranks = ["null", "false", "true", "number", "string", "array", "object"];

function compare(left: Json, right: Json): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : Number(left > right);
  const [a, b] = [left, right].map((value) =>
    ranks.indexOf(typeof value === "boolean" ? String(value) : typeOf(value)),
  );
  if (a === b && typeof left === "object" && left !== null)
    throw new JqError(`${typeOf(left)} values are not ordered here`);
  return (a ?? 0) - (b ?? 0);
}
