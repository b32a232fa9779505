import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Step } from "./field-path.ts";
import type { TextDocument } from "./yaml-read.ts";

export type FieldPath = readonly (string | number)[];
export type Steps = readonly Step[];

/** Counts from 1 within the whole text. */
export interface Position {
  line: number;
  column: number;
}

/** A document that knows where each of its fields stands. Costs more than reading it: for what is shown, not for all. */
export class PositionedDocument {
  private readonly document: Document;
  private readonly counter = new LineCounter();
  private readonly firstLine: number;

  constructor(source: TextDocument) {
    this.document = parseDocument(source.text, {
      lineCounter: this.counter,
      uniqueKeys: false,
      logLevel: "silent",
      merge: true,
    });
    this.firstLine = source.line;
  }

  /** Where a field stands, or the nearest ancestor that exists; `found` counts the steps that were there, `scalar` is its plain value. */
  nearest(path: Steps): { position: Position; found: number; scalar?: unknown } {
    let node: unknown = this.document.contents;
    let offset = startOf(node) ?? 0;
    let found = 0;
    while (found < path.length) {
      const next = child(isAlias(node) ? node.resolve(this.document) : node, path.slice(found));
      if (next === undefined) break;
      offset = startOf(next.key) ?? startOf(next.value) ?? offset;
      node = next.value;
      found += next.steps;
    }
    const { line, col } = this.counter.linePos(offset);
    const position = { line: this.firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) };
    return isScalar(node) ? { position, found, scalar: node.value } : { position, found };
  }
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

interface Child {
  key: unknown;
  value: unknown;
  /** How many steps it took: keys with dots are several. */
  steps: number;
}

function child(node: unknown, path: Steps): Child | undefined {
  const [step] = path;
  if (isSeq(node)) {
    const value: unknown = typeof step === "number" ? node.items[step] : itemOf(node.items, step);
    return value === undefined ? undefined : { key: value, value, steps: 1 };
  }
  if (!isMap(node)) return undefined;
  const plain = path.findIndex((one) => typeof one === "object");
  const longest = plain < 0 ? path.length : plain;
  for (let steps = 1; steps <= longest; steps += 1) {
    const name = path.slice(0, steps).join(".");
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === name);
    if (pair !== undefined) return { key: pair.key, value: pair.value, steps };
  }
  return undefined;
}

function itemOf(items: readonly unknown[], step: Step | undefined): unknown {
  if (typeof step !== "object") return undefined;
  return items.find((item) => isMap(item) && String(item.get(step.key)) === step.value);
}

/** `spec.sources[0].helm` from its segments. */
export function formatPath(path: FieldPath): string {
  return path.reduce<string>(
    (text, segment) =>
      typeof segment === "number" ? `${text}[${segment}]` : text === "" ? segment : `${text}.${segment}`,
    "",
  );
}
