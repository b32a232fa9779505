import { isIP } from "node:net";
import type { z } from "zod";
import { closest } from "../model/closest.ts";
import { fieldPath } from "../model/field-path.ts";
import { schemaAt } from "./json-schema.ts";
import { timeZones } from "./time-zone.ts";

/** One thing that is wrong with a field. `key` is set where a key is wrong, not a value. */
export interface Problem {
  path: readonly (string | number)[];
  key?: string;
  message: string;
  hint?: string;
}

type Issue = z.core.$ZodIssue;

/** What zod found, in words: the field, its value, what is allowed, and what was probably meant. */
export function problemsOf(issue: Issue, file: unknown): Problem[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key, file));
  const value = valueAt(file, path);
  if (value === undefined) return [missing(path, file)];
  const hint = hintOf(issue, path, value);
  return [{ path, message: `${fieldPath(path)} is ${shown(value)}: ${expectation(issue)}`, ...hint }];
}

function unknownKey(path: readonly (string | number)[], key: string, file: unknown): Problem {
  const known = Object.keys(schemaAt(path, file)?.properties ?? {});
  const place = path.length === 0 ? "An Environment" : fieldPath(path);
  const withoutServer = fieldPath(path) === "spec.server" && known.length === 1;
  const message = withoutServer
    ? `${place} has ${shown(key)}, and with provider: none there is no server to describe`
    : `${place} has no field ${shown(key)}`;
  return { path, key, message, hint: meant(key, known) ?? `It has: ${known.join(", ")}` };
}

function missing(path: readonly (string | number)[], file: unknown): Problem {
  const { description, enum: values, const: only } = schemaAt(path, file) ?? {};
  const allowed = only !== undefined ? ` It must be ${shown(only)}.` : values ? ` One of ${list(values)}.` : "";
  const hint = `${description ?? ""}${allowed}`.trim();
  return { path, message: `${fieldPath(path)} is missing`, ...(hint !== "" && { hint }) };
}

/** Reads after the value: "it must be at most 50". */
function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `it must be ${typeNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return issue.values.length === 1
        ? `it must be ${shown(issue.values[0])}`
        : `it must be one of ${list(issue.values)}`;
    case "too_small":
      return `it must ${sized(issue.origin, issue.inclusive === false ? "be more than" : "be at least", issue.minimum)}`;
    case "too_big":
      return `it must ${sized(issue.origin, issue.inclusive === false ? "be less than" : "be at most", issue.maximum)}`;
    case "invalid_union":
      return choicesOf(issue).length > 0 ? `it must be one of ${list(choicesOf(issue))}` : issue.message;
    case "invalid_format":
    case "custom":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "unrecognized_keys":
      return issue.message;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "text; put it in quotes",
  boolean: "true or false",
  object: "a mapping",
  array: "a list",
};

function sized(origin: string, comparison: string, limit: number | bigint): string {
  if (origin === "array") return comparison.replace("be", "have").concat(` ${limit} ${limit === 1 ? "item" : "items"}`);
  return `${comparison} ${limit}${origin === "string" ? " characters long" : ""}`;
}

/** What was probably meant. */
function hintOf(issue: Issue, path: readonly (string | number)[], value: unknown): { hint?: string } {
  if (typeof value !== "string") return {};
  const family = issue.code === "invalid_union" ? isIP(value) : 0;
  const hint =
    family === 0 ? meant(value, optionsOf(issue, path)) : `Did you mean ${value}/${family === 4 ? "32" : "128"}?`;
  return hint === undefined ? {} : { hint };
}

function optionsOf(issue: Issue, path: readonly (string | number)[]): string[] {
  if (path.at(-1) === "timezone") return timeZones();
  const options: readonly unknown[] = issue.code === "invalid_value" ? issue.values : choicesOf(issue);
  return options.filter((one) => typeof one === "string");
}

/** The words that choose between objects, where that is what is wrong. */
function choicesOf(issue: Issue): readonly unknown[] {
  return issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options) ? issue.options : [];
}

/** What a word was meant to be: the closest, or the only one that begins with it. */
function meant(word: string, candidates: readonly string[]): string | undefined {
  const begun = candidates.filter((one) => one.startsWith(word) || word.startsWith(one));
  const near = closest(word, candidates) ?? (word.length > 1 && begun.length === 1 ? begun[0] : undefined);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}

function valueAt(file: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    file,
  );
}

const shownLength = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

const list = (values: readonly unknown[]): string => values.map(String).join(", ");
