import { type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, type LineCounter } from "yaml";
import type { SourceLocation } from "../model/resource.ts";

export type FieldPath = readonly (string | number)[];

/**
 * Where a field's value stands, or its key where the value begins on a later line, for that is another field's; the nearest that exists.
 * With `key` it is where that key of the field stands.
 */
export function placeIn(
  document: Document,
  path: FieldPath,
  key: string | undefined,
  { file, lines }: { file: string; lines: LineCounter },
): SourceLocation {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const next = child(document, node, step);
    if (next === undefined) break;
    offset = startOf(next.key) ?? offset;
    node = next.value;
    const isBlock = isCollection(node) && node.flow !== true;
    if (next.key === undefined || !isBlock) offset = startOf(node) ?? offset;
  }
  if (key !== undefined) offset = startOf(child(document, node, key)?.key) ?? offset;
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** An item has no key. */
function child(
  document: Document,
  parent: unknown,
  step: string | number,
): { key?: unknown; value: unknown } | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node))
    return typeof step === "number" && step < node.items.length ? { value: node.items[step] } : undefined;
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && key.value === step);
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
