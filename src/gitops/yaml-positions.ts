import { Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, Scalar } from "yaml";
import type { Json } from "../model/resource.ts";
import type { Step } from "./field-path.ts";
import { isObject } from "./json.ts";
import { itemIndex } from "./list-items.ts";
import type { TextDocument } from "./yaml-read.ts";

export type FieldPath = readonly (string | number)[];
/** A list step that knows the item it means, which may stand elsewhere in another list of the same kind. */
export interface ItemStep {
  index: number;
  item: Json;
}
export type Steps = readonly (Step | ItemStep)[];

/** Counts from 1 within the whole text. */
export interface Position {
  line: number;
  column: number;
}

/** A field's place, or that of the nearest ancestor that exists. */
export interface Place {
  /** Where its key stands, or the item of a list. */
  position: Position;
  /** Where its value stands. A mapping or list that begins below its key is found at the key: its first line is another field's. */
  value: Position;
  /** How many steps were there. */
  found: number;
  /** The plain value, if it is one. */
  scalar?: unknown;
  /** Whether the value is a mapping or a list. */
  collection: boolean;
  /** Where an alias or a merge key stands that led there. */
  through?: Position;
  /** The text of a block or quoted scalar that may be YAML itself. */
  embedded?: EmbeddedText;
}

/** `line` is where its first line stands; `column` is what its lines are indented by. One line when they do not map. */
export interface EmbeddedText {
  text: string;
  line: number;
  column: number;
  single: boolean;
}

/** A document that knows where each of its fields stands. Costs more than reading it: for what is shown, not for all. */
export class PositionedDocument {
  private readonly document: Document;
  private readonly counter = new LineCounter();
  private readonly source: TextDocument & Partial<EmbeddedText>;

  constructor(source: TextDocument & Partial<EmbeddedText>) {
    this.source = source;
    this.document = this.parse(source.text) ?? new Document();
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

  /** Where a field stands, or the nearest ancestor that exists. Aliases and merge keys lead to what they stand for. */
  nearest(path: Steps): Place {
    let node: unknown = this.document.contents;
    let offset = startOf(node) ?? 0;
    let through: number | undefined;
    let found = 0;
    while (found < path.length) {
      const next = child(this.resolve(node), path.slice(found), (alias) => this.resolve(alias));
      if (next === undefined) break;
      if (next.merged !== undefined) through = next.merged;
      offset = startOf(next.key) ?? startOf(next.value) ?? offset;
      node = next.value;
      found += next.steps;
    }
    const target = this.resolve(node);
    if (isAlias(node) && isScalar(target) && found === path.length) {
      through = offset;
      offset = startOf(target) ?? offset;
    }
    const position = this.position(offset);
    const start = this.position(startOf(node) ?? offset);
    return {
      position,
      value: start.line === position.line ? start : position,
      found,
      collection: isMap(target) || isSeq(target),
      ...(isScalar(target) && { scalar: target.value }),
      ...(through !== undefined && { through: this.position(through) }),
      ...(isScalar(target) && typeof target.value === "string" && { embedded: this.embedded(target) }),
    };
  }

  private resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  private position(offset: number): Position {
    const { line, col } = this.counter.linePos(offset);
    const { line: first, column = 0, single = false } = this.source;
    if (single) return { line: first, column: Math.max(column, 1) };
    return { line: first + Math.max(line, 1) - 1, column: Math.max(col, 1) + column };
  }

  private embedded(node: Scalar): EmbeddedText {
    const text = String(node.value);
    const start = this.position(node.range?.[0] ?? 0);
    const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
    if (!block) return { text, line: start.line, column: start.column, single: true };
    const [from = 0, to = 0] = node.range ?? [];
    const body = this.source.text.slice(this.source.text.indexOf("\n", from) + 1, to);
    const indent = /^(?:[ \t]*\r?\n)*( *)\S/.exec(body)?.[1]?.length ?? 0;
    return { text, line: start.line + 1, column: indent + (this.source.column ?? 0), single: false };
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
  /** Where the merge key stands that brought it. */
  merged?: number;
}

type Resolve = (node: unknown) => unknown;

function child(node: unknown, path: Steps, resolve: Resolve): Child | undefined {
  const [step] = path;
  if (isSeq(node)) {
    const value = itemOf(node.items, step, resolve);
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
  for (const pair of node.items) {
    if (!isScalar(pair.key) || pair.key.source !== "<<") continue;
    const target = resolve(pair.value);
    const merged = startOf(pair.key) ?? 0;
    for (const source of isSeq(target) ? target.items.map(resolve) : [target]) {
      // One level of merging inside what is merged is as deep as people go, and cannot run in circles.
      const found = isMap(source) ? child(source, path, () => undefined) : undefined;
      if (found !== undefined) return { ...found, merged };
    }
  }
  return undefined;
}

function itemOf(items: readonly unknown[], step: Steps[number] | undefined, resolve: Resolve): unknown {
  if (typeof step === "number") return items[step];
  if (typeof step !== "object") return undefined;
  const field = (item: unknown, key: string): unknown => {
    const target = resolve(item);
    return isMap(target) ? target.get(key) : undefined;
  };
  if ("key" in step) return items.find((item) => String(field(item, step.key)) === step.value);
  const plain = items.map((item) => resolve(item)).map((item) => (isScalar(item) ? item.value : undefined));
  const index = itemIndex(step, items.length, (at, key) => (key === undefined ? plain[at] : field(items[at], key)));
  return index === undefined ? undefined : items[index];
}

/** The steps of a path through a value, list items with what they are. Keys with dots are found joined. */
export function itemSteps(value: unknown, path: readonly Step[]): Steps {
  const out: (string | number | ItemStep)[] = [];
  let at: unknown = value;
  let rest = path;
  for (let [step] = rest; step !== undefined; [step] = rest) {
    if (Array.isArray(at)) {
      const items: readonly unknown[] = at;
      const index = typeof step === "object" ? items.findIndex((item) => isItem(item, step)) : Number(step);
      const item: Json = at[index] ?? null;
      out.push({ index, item });
      at = item;
      rest = rest.slice(1);
      continue;
    }
    const [key, steps] = keyOf(at, rest);
    out.push(key);
    at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
    rest = rest.slice(steps);
  }
  return out;
}

const isItem = (item: unknown, step: object): boolean =>
  isObject(item) && "key" in step && "value" in step && String(item[String(step.key)]) === step.value;

/** The longest key wins where only a joined one is there. */
function keyOf(value: unknown, path: readonly Step[]): [string, number] {
  if (isObject(value)) {
    for (let steps = 1; steps <= path.length; steps += 1) {
      const key = path.slice(0, steps).join(".");
      if (Object.hasOwn(value, key)) return [key, steps];
    }
  }
  const [step] = path;
  return [typeof step === "object" ? step.value : String(step), 1];
}

/** `spec.sources[0].helm` from its segments. */
export function formatPath(path: FieldPath): string {
  return path.reduce<string>(
    (text, segment) =>
      typeof segment === "number" ? `${text}[${segment}]` : text === "" ? segment : `${text}.${segment}`,
    "",
  );
}
