import type { ResourceId } from "../model/resource.ts";
import type { Step } from "./field-path.ts";
import type { Place } from "./yaml-positions.ts";

/**
 * Where a field probably stands in a chart template, which is text and not YAML: the part with the resource's kind,
 * then key after key, each below the one before and indented deeper.
 */
export function placeInTemplate(text: string, id: ResourceId, path: readonly Step[]): Place {
  const lines = text.split(/\r?\n/);
  const { kind, start, end } = partOf(lines, id);
  let at = kind;
  let from = start;
  let indent = -1;
  let found = 0;
  for (const step of path) {
    const next =
      typeof step === "string"
        ? findKey(lines, step, from, end, indent)
        : typeof step === "number"
          ? findItem(lines, step, from, end, indent)
          : undefined;
    if (next !== undefined) {
      at = next.line;
      indent = next.indent;
      from = next.from;
    } else if (typeof step !== "object") break;
    found += 1;
  }
  const line = lines[at] ?? "";
  const position = { line: at + 1, column: (/\S/.exec(line)?.index ?? 0) + 1 };
  const isKey = found > 0 && typeof path[found - 1] === "string";
  const before = isKey ? /^\s*(?:-\s+)*[^\s:]+:[ \t]+(?=[^\s#])/.exec(line)?.[0] : undefined;
  const value = before === undefined ? position : { line: at + 1, column: before.length + 1 };
  return { position, value, found, collection: false };
}

/** The part between `---` lines that has the kind, and the name too where one of several says it. */
function partOf(lines: readonly string[], id: ResourceId): { kind: number; start: number; end: number } {
  const parts: { kind: number; start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && lines[at]?.startsWith("---") !== true) continue;
    const kind = lines.slice(start, at).findIndex((line) => kindOf(line) === id.kind);
    if (kind >= 0) parts.push({ kind: start + kind, start, end: at });
    start = at + 1;
  }
  const named = parts.find((part) => lines.slice(part.start, part.end).some((line) => nameOf(line) === id.name));
  return named ?? parts[0] ?? { kind: 0, start: 0, end: lines.length };
}

const nameOf = (line: string): string | undefined => /^\s*["']?name["']?:\s*["']?([^\s"']+)/.exec(line)?.[1];
const kindOf = (line: string): string | undefined => /^\s*["']?kind["']?:\s*["']?([^\s"']+)/.exec(line)?.[1];

interface Next {
  line: number;
  indent: number;
  /** The line to go on from: an item's first key stands on its own line. */
  from: number;
}

function findKey(lines: readonly string[], key: string, from: number, to: number, above: number): Next | undefined {
  for (let line = from; line < to; line += 1) {
    const match = /^(\s*(?:-\s+)*)["']?([\w./][\w./-]*)["']?\s*:/.exec(lines[line] ?? "");
    if (match === null) continue;
    const indent = match[1]?.length ?? 0;
    if (indent <= above) return undefined;
    if (match[2] === key) return { line, indent, from: line + 1 };
  }
  return undefined;
}

/** The item of a list, whose dashes may stand as far left as its key. */
function findItem(lines: readonly string[], index: number, from: number, to: number, above: number): Next | undefined {
  let dashes: number | undefined;
  let count = 0;
  for (let line = from; line < to; line += 1) {
    const text = lines[line] ?? "";
    if (/^\s*(?:#|\{\{|$)/.test(text)) continue;
    const indent = text.search(/\S/);
    if (indent < (dashes ?? above)) return undefined;
    if (indent !== (dashes ?? indent) || !/^\s*-(?:\s|$)/.test(text)) {
      if (dashes === undefined) return undefined;
      continue;
    }
    dashes = indent;
    if (count === index) return { line, indent, from: line };
    count += 1;
  }
  return undefined;
}
