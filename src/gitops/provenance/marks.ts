import { type Action, actionsOf, keywordOf } from "./template-actions.ts";

/** A line of a template: the file by its number in the list of marked files. */
export interface MarkedLine {
  file: number;
  line: number;
}

/** Letters for private use, which no manifest has. */
const [open, close] = ["\uE000", "\uE001"];
const mark = new RegExp(` #${open}(\\d+):(\\d+)${close}`, "g");

/**
 * A template that says of each line it prints where that comes from, in a comment at the end of it. Comments change nothing that
 * YAML holds, but for block scalars, whose text `withoutMarks` restores.
 */
export function marked(text: string, file: number): string {
  if (text.includes(open)) return text;
  const actions = actionsOf(text);
  const inDefinition = definitionLines(actions);
  let out = "";
  let written = 0;
  let next = 0;
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    while ((actions[next]?.end ?? Infinity) <= at) next += 1;
    if ((actions[next]?.start ?? Infinity) < at) {
      // The line goes on inside an action.
      line += 1;
      continue;
    }
    const end = text[at - 1] === "\r" ? at - 1 : at;
    const before = actions[next - 1];
    const own = actionsBetween(actions, next, lineStart);
    if (isPrinting(text.slice(lineStart, end), own, lineStart, inDefinition.has(line)) && !trims(before, text, end)) {
      out += `${text.slice(written, end)} #${open}${file}:${before !== undefined && own.includes(before) ? before.line : line}${close}`;
      written = end;
    }
    line += 1;
    lineStart = at + 1;
  }
  return out + text.slice(written);
}

function actionsBetween(actions: readonly Action[], next: number, start: number): Action[] {
  const own: Action[] = [];
  for (let index = next - 1; index >= 0; index -= 1) {
    const action = actions[index];
    if (action === undefined || action.end <= start) break;
    own.unshift(action);
  }
  return own;
}

/** A named template may be part of a word or a condition: only lines of it that are surely YAML can take a comment. */
function isPrinting(line: string, own: readonly Action[], start: number, inDefinition: boolean): boolean {
  let plain = line;
  for (const { start: from, end } of own.toReversed()) {
    plain = plain.slice(0, Math.max(0, from - start)) + plain.slice(Math.max(0, end - start));
  }
  if (/^(?:---|\s*#)/.test(plain)) return false;
  if (inDefinition && plain.trim() === "") return own.some(({ body }) => /\b(?:toYaml|n?indent)\b/.test(body));
  if (inDefinition) return /^\s*(?:- )?["']?[\w./-]+["']?:(?:\s|$)/.test(plain);
  return plain.trim() !== "" || own.some((action) => keywordOf(action) === undefined);
}

const trims = (before: Action | undefined, text: string, end: number): boolean =>
  before?.trimsAfter === true && text.slice(before.end, end).trim() === "";

/** Lines that lie inside `define`. */
function definitionLines(actions: readonly Action[]): ReadonlySet<number> {
  const lines = new Set<number>();
  const starts: { word: string; line: number }[] = [];
  for (const action of actions) {
    const word = keywordOf(action) ?? "";
    if (["define", "block", "if", "with", "range"].includes(word)) starts.push({ word, line: action.line });
    const start = word === "end" ? starts.pop() : undefined;
    if (start?.word !== "define") continue;
    for (let line = start.line; line <= action.line; line += 1) lines.add(line);
  }
  return lines;
}

/** The text as it would have been, and the mark of each line: the first, which a named template has put there. */
export function withoutMarks(text: string): { text: string; lines: (MarkedLine | undefined)[] } {
  const lines = text.split("\n").map((line) => {
    const [first] = line.matchAll(mark);
    return first === undefined ? undefined : { file: Number(first[1]), line: Number(first[2]) };
  });
  return { text: text.replace(mark, ""), lines };
}
