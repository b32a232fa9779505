import { isObject } from "../json.ts";
import type { Steps } from "../yaml-positions.ts";

/** Lines from 1; both ends belong to it. */
export interface LineRange {
  from: number;
  to: number;
}

interface TextPlace {
  line: number;
  column: number;
  /** How many steps have a line of their own. */
  found: number;
}

/**
 * Where a field probably stands in a text that will be YAML once a template engine has been over it: key after key, each below
 * the one before and indented deeper; list items by their name where it is written, else by their place.
 */
export function placeInText(text: string, steps: Steps, { from, to }: LineRange): TextPlace {
  const lines = text.split(/\r?\n/).slice(0, Number.isFinite(to) ? to : undefined);
  let next = Math.max(0, from - 1);
  const first = lines.findIndex((line, at) => at >= next && keyLine.test(line));
  let place: Line = { at: first < 0 ? next : first, indent: -1 };
  let found = 0;
  for (const step of steps) {
    const line =
      typeof step === "object" && "index" in step
        ? findItem(lines, step, next, place.indent)
        : findKey(lines, keyOf(step), next, place.indent);
    if (line === undefined) break;
    place = line;
    // The first key of a list item stands on the line of its dash.
    next = typeof step === "object" ? line.at : line.at + 1;
    found += 1;
  }
  return { line: place.at + 1, column: (/\S/.exec(lines[place.at] ?? "")?.index ?? 0) + 1, found };
}

interface Line {
  at: number;
  indent: number;
}

const keyOf = (step: Steps[number]): string =>
  typeof step === "object" ? ("index" in step ? String(step.index) : step.value) : String(step);

/** A key begins with no dash, so that a line has one way only to be read as one. */
const keyLine = /^([ \t-]*)["']?([\w./][\w./-]*)["']?[ \t]*:(?:[ \t]|$)/;

function findKey(lines: readonly string[], key: string, from: number, above: number): Line | undefined {
  let level: number | undefined;
  for (let at = from; at < lines.length; at += 1) {
    const [, lead, name] = keyLine.exec(lines[at] ?? "") ?? [];
    if (lead === undefined) continue;
    const indent = lead.length;
    if (indent <= above) return undefined;
    level ??= indent;
    if (name === key && indent <= level) return { at, indent };
    level = Math.min(level, indent);
  }
  return undefined;
}

function findItem(
  lines: readonly string[],
  { index, item }: { index: number; item: unknown },
  from: number,
  above: number,
): Line | undefined {
  const items: Line[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const text = lines[at] ?? "";
    const dash = /^([ \t]*)-(?:[ \t]|$)/.exec(text)?.[1]?.length;
    const key = keyLine.exec(text)?.[1]?.length;
    if (dash === undefined && key !== undefined && key <= above) break;
    if (dash === undefined) continue;
    const level = items[0]?.indent ?? dash;
    if (dash < level || dash < above) break;
    if (dash === level) items.push({ at, indent: dash });
  }
  const name = isObject(item) ? item["name"] : item;
  const written = items.find(
    ({ at }) => typeof name === "string" && itemText(lines, at).some((line) => writes(line, name)),
  );
  return written ?? (items.length === 1 ? items[0] : items[index]);
}

/** The lines of an item as far as its name can stand. */
const itemText = (lines: readonly string[], at: number): string[] => lines.slice(at, at + 1);

function writes(line: string, name: string): boolean {
  const value = line.replace(/^[ \t]*-[ \t]*(?:name[ \t]*:)?/, "").trim();
  return value.replace(/^["']|["']$/g, "") === name;
}
