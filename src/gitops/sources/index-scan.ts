import { indexEntry, parseYaml } from "./index-entry.ts";
import type { IndexEntry, ListedVersion } from "./index-entry.ts";

interface Line {
  start: number;
  end: number;
  indent: number;
}

/** The lines that carry structure: blank lines and comments are passed over. */
function* structuralLines(text: string, from: number): Generator<Line> {
  for (let start = from; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    let first = start;
    while (first < end && text[first] === " ") first += 1;
    const blank = first === end || text[first] === "\r" || text[first] === "#";
    if (!blank) yield { start, end, indent: first - start };
    start = end + 1;
  }
}

const topKey = /^entries:[ \t]*(?:#.*)?\r?$/m;
const keyLine = /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>%@`{[][^\s:#]*)):[ \t]*(?:#.*)?\r?$/;
const versionLine = /^version:[ \t]+(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>%@`{[][^#\r]*?))[ \t]*(?:#.*)?\r?$/;

const firstGroup = (match: RegExpExecArray | null): string | undefined => match?.[1] ?? match?.[2] ?? match?.[3];

/** The text of one chart's list, without its key; `undefined` when the layout is not the plain block style. */
function chartBlock(text: string, chart: string): string | undefined {
  const top = topKey.exec(text);
  if (!top) return undefined;
  let keyIndent: number | undefined;
  let from: number | undefined;
  for (const line of structuralLines(text, top.index + top[0].length + 1)) {
    keyIndent ??= line.indent;
    const listItem = text[line.start + line.indent] === "-";
    if (line.indent > keyIndent || (line.indent === keyIndent && listItem)) continue;
    if (from !== undefined) return text.slice(from, line.start);
    if (line.indent < keyIndent) return undefined;
    const key = firstGroup(keyLine.exec(text.slice(line.start + line.indent, line.end)));
    if (key === undefined) return undefined;
    if (key === chart) from = line.end + 1;
  }
  return from === undefined ? undefined : text.slice(from);
}

/** One item of the list, its dash replaced so that it reads as a mapping; an alias of another item does not parse. */
function parseItem(text: string): IndexEntry | undefined {
  try {
    const entry = indexEntry.safeParse(parseYaml(text.replace("-", " ")));
    return entry.success ? entry.data : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lists one chart's versions by looking at indentation only. That is safe because in block style nothing inside a value
 * can be indented less than, or as much as, the key it belongs to. Returns `undefined` for any other layout (JSON, flow
 * style, anchors, an unusual version line, no such chart), which the caller parses in full.
 */
export function scanIndex(text: string, chart: string): ListedVersion[] | undefined {
  const block = chartBlock(text, chart);
  if (block === undefined) return undefined;
  const items: { start: number; version?: string }[] = [];
  let dash: number | undefined;
  let fields: number | undefined;
  for (const line of structuralLines(block, 0)) {
    dash ??= line.indent;
    let at = line.start + line.indent;
    if (line.indent < dash) return undefined;
    if (line.indent === dash) {
      const gap = /^-( +)(?=[^ #])/.exec(block.slice(at, line.end));
      if (!gap) return undefined;
      items.push({ start: line.start });
      at += gap[0].length;
      fields = dash + gap[0].length;
    } else if (line.indent < (fields ?? 0)) return undefined;
    else if (line.indent > (fields ?? 0)) continue;
    const item = items.at(-1);
    if (!item || !block.startsWith("version:", at)) continue;
    const version = firstGroup(versionLine.exec(block.slice(at, line.end)))?.trim();
    if (version === undefined || item.version !== undefined) return undefined;
    item.version = version;
  }
  const listed = items.flatMap(({ start, version }, i) => {
    const end = items[i + 1]?.start ?? block.length;
    return version === undefined ? [] : [{ version, read: () => parseItem(block.slice(start, end)) }];
  });
  return listed.length === items.length && listed.length > 0 ? listed : undefined;
}
