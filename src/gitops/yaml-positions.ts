import { Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Step } from "./field-path.ts";
import type { TextDocument } from "./yaml-read.ts";

export type FieldPath = readonly (string | number)[];
export type Steps = readonly Step[];

/** Counts from 1 within the whole text. */
export interface Position {
  line: number;
  column: number;
}

/** What there is at a path. */
export interface Found {
  /** Where its key stands, or the item of a list. */
  position: Position;
  /** Where its value stands. A mapping or list that begins below its key is found at the key: its first line is another field's. */
  value: Position;
  /** How many steps of the path were there. */
  found: number;
  /** The plain value. */
  scalar?: unknown;
}

/** A document that knows where each of its fields stands. Costs more than reading it: for what is shown, not for all. */
export class PositionedDocument {
  private readonly document: Document;
  private readonly counter = new LineCounter();
  private readonly firstLine: number;

  constructor(source: TextDocument) {
    this.document = this.parse(source.text) ?? new Document();
    this.firstLine = source.line;
  }

  /** Undefined where values are nested deeper than the parser's calls can be. */
  private parse(text: string): Document | undefined {
    try {
      return parseDocument(text, { lineCounter: this.counter, uniqueKeys: false, logLevel: "silent", merge: true });
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Where a field stands, or the nearest ancestor that exists. */
  nearest(path: Steps): Found {
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
    const position = this.positionOf(offset);
    const start = this.positionOf(startOf(node) ?? offset);
    const value = start.line === position.line ? start : position;
    return { position, value, found, ...(isScalar(node) && { scalar: node.value }) };
  }

  private positionOf(offset: number): Position {
    const { line, col } = this.counter.linePos(offset);
    return { line: this.firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) };
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
