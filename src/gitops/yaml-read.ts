import {
  boolYaml11Tag,
  defineScalarTag,
  floatCoreTag,
  load,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
  seqTag,
  strTag,
} from "js-yaml";
import { readFlowsAsGo } from "../yaml/flow-indent.ts";
import { depthLimit } from "../yaml/limits.ts";

/** Go's integers: any base prefix, a leading zero is octal when its digits allow it, underscores are ignored. */
function resolveInteger(source: string): number | typeof NOT_RESOLVED {
  const match = /^([-+]?)(0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]*|[1-9][0-9_]*)$/.exec(source);
  if (match === null) return NOT_RESOLVED;
  const digits = (match[2] ?? "").replaceAll("_", "");
  const octal = /^0o?([0-7]+)$/.exec(digits);
  const value = octal ? Number.parseInt(octal[1] ?? "", 8) : Number(digits);
  return Number.isNaN(value) ? NOT_RESOLVED : value * (match[1] === "-" ? -1 : 1);
}

const integerTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: "-+0123456789".split(""),
  resolve: resolveInteger,
  identify: () => false,
});

/**
 * YAML as sigs.k8s.io/yaml reads it for kubectl and Argo CD: YAML 1.1 booleans, octals and merge keys, while dates and
 * base-60 numbers stay text.
 */
const schema = new Schema([strTag, seqTag, mapTag, mergeTag, nullYaml11Tag, boolYaml11Tag, integerTag, floatCoreTag]);

/** One document of a stream; `line` is where its text starts, from 1. */
export interface TextDocument {
  text: string;
  line: number;
}

/** Splits at `---` lines, cheaply: nothing is parsed. Documents without content are left out. */
export function splitDocuments(text: string): TextDocument[] {
  const documents: TextDocument[] = [];
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  let start = 0;
  let line = 1;
  for (const match of source.matchAll(/^---(?=\s|$)/gm)) {
    if (match.index > start) {
      documents.push({ text: source.slice(start, match.index), line });
      line += countLines(source, start, match.index);
      start = match.index;
    }
  }
  documents.push({ text: source.slice(start), line });
  return documents.filter((document) => document.text.replace(/^---|^\s*#.*$/gm, "").trim() !== "");
}

function countLines(text: string, from: number, to: number): number {
  let total = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) total += 1;
  return total;
}

/** One YAML or JSON document as plain data; `undefined` when it is empty. Throws on broken text and on alias bombs. */
export function parseYaml(text: string): unknown {
  const [document] = splitDocuments(text);
  if (document === undefined) return undefined;
  const { value } = readFlowsAsGo(document.text, (source) =>
    load(source, { schema, json: true, maxAliases: 100, maxDepth: depthLimit }),
  );
  if (document.text.includes("*")) refuseExpansion(value);
  return value;
}

/** As in the yaml check: far above any honest use. */
const expandedValues = 100_000;

/** An alias is one object in several places, so whoever walks the document walks it as often: that must end, and soon. */
function refuseExpansion(root: unknown): void {
  const sizes = new Map<object, number | "open">();
  const sizeOf = (value: unknown): number => {
    if (typeof value !== "object" || value === null) return 1;
    const known = sizes.get(value);
    if (known === "open") throw new RangeError("an alias contains itself");
    if (known !== undefined) return known;
    sizes.set(value, "open");
    const size = Object.values(value).reduce((sum: number, item) => sum + sizeOf(item), 1);
    if (size > expandedValues) throw new RangeError(`its aliases expand to more than ${expandedValues} values`);
    sizes.set(value, size);
    return size;
  };
  sizeOf(root);
}

/** The line of the first content of a document, from 1 within the whole text. */
export function contentLine(document: TextDocument): number {
  const before = /^(?:---[ \t]*(?:#.*)?\r?\n|[ \t]*#.*\r?\n|[ \t]*\r?\n)*/.exec(document.text)?.[0] ?? "";
  return document.line + countLines(before, 0, before.length);
}

/** What one document says; undefined where it is not YAML. */
export function yamlOf(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}
