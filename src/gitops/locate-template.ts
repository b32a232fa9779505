import type { ResourceId } from "../model/resource.ts";
import type { Step } from "./field-path.ts";
import type { Place } from "./locate-documents.ts";

/**
 * Where a field probably stands in a chart template, which is text and not YAML: the part with the resource's kind,
 * then key after key, each below the one before and indented deeper.
 */
export function placeInTemplate(text: string, id: ResourceId, path: readonly Step[]): Place {
  const lines = text.split(/\r?\n/);
  const kind = Math.max(
    0,
    lines.findIndex((line) => new RegExp(`^\\s*kind:\\s*["']?${id.kind}\\b`).test(line)),
  );
  const start = Math.max(0, lines.slice(0, kind).findLastIndex((line) => line.startsWith("---")) + 1);
  const end = lines.findIndex((line, index) => index > kind && line.startsWith("---"));
  let at = kind;
  let from = start;
  let indent = -1;
  let found = 0;
  for (const step of path) {
    if (typeof step === "string") {
      const next = findKey(lines, step, from, end < 0 ? lines.length : end, indent);
      if (next === undefined) break;
      at = next.line;
      indent = next.indent;
      from = next.line + 1;
    }
    found += 1;
  }
  return { position: { line: at + 1, column: (/\S/.exec(lines[at] ?? "")?.index ?? 0) + 1 }, found };
}

function findKey(
  lines: readonly string[],
  key: string,
  from: number,
  to: number,
  above: number,
): { line: number; indent: number } | undefined {
  for (let line = from; line < to; line += 1) {
    const match = /^([\s-]*)["']?([\w./-]+)["']?\s*:/.exec(lines[line] ?? "");
    if (match === null) continue;
    const indent = match[1]?.length ?? 0;
    if (indent <= above) return undefined;
    if (match[2] === key) return { line, indent };
  }
  return undefined;
}
