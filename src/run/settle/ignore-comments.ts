/** A comment that ignores findings: `# slipway-ignore policy/image-tag: pinned by the registry`. */
export interface IgnoreComment {
  /** Rules or patterns, as they are written. */
  rules: readonly string[];
  /** Empty where none is given. */
  reason: string;
  /** The comment's own line, from 1. */
  line: number;
  /** Lines whose findings it is about, both included. */
  from: number;
  to: number;
}

export const ignoreMark = "slipway-ignore";

/** A line of a document's head: nothing, a comment, a directive, or an action of a template alone. */
const isHead = (line: string): boolean => /^\s*(?:#|%|$|\{\{.*\}\}\s*$)/.test(line);
const isSeparator = (line: string): boolean => /^---(?:\s|$)/.test(line);
const isAlone = (line: string): boolean => /^\s*(?:#|\{\{)/.test(line);
const isNothing = (line: string): boolean => /^\s*(?:#|$)/.test(line);
/** Longer lines hold data, and no comments. */
const lineLimit = 2000;

/**
 * The comments of a file. One at the end of a line is about that line, one on a line of its own about the next line that says
 * something, and one before the first line of a document about all of the document.
 */
export function ignoreComments(text: string): IgnoreComment[] {
  if (!text.includes(ignoreMark)) return [];
  const lines = text.split(/\r?\n/);
  const found: IgnoreComment[] = [];
  // Those that wait for the line, or the end of the document, that they reach to.
  let waiting: IgnoreComment[] = [];
  let ofDocument: IgnoreComment[] = [];
  let [start, begun] = [1, false];
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    if (isSeparator(line)) {
      if (begun) {
        for (const one of ofDocument) one.to = index;
        [start, begun, ofDocument] = [number, false, []];
      }
    } else if (!isHead(line)) begun = true;
    if (!isNothing(line)) {
      for (const one of waiting) one.to = number;
      waiting = [];
    }
    const said = line.length > lineLimit ? undefined : commentIn(line);
    if (said === undefined) continue;
    const comment = { ...said, line: number, from: begun ? number : start, to: begun ? number : lines.length };
    found.push(comment);
    if (!begun) ofDocument.push(comment);
    else if (isAlone(line)) waiting.push(comment);
  }
  return found;
}

/** In YAML after a `#`; templates of charts have comments of their own, between slashes and stars. */
function commentIn(line: string): Pick<IgnoreComment, "rules" | "reason"> | undefined {
  const at = line.indexOf(ignoreMark);
  if (at < 0) return undefined;
  const before = line.slice(0, at).trimEnd();
  const after = line.slice(at + ignoreMark.length);
  const inTemplate = before.endsWith("/*");
  if (!(inTemplate || before.endsWith("#")) || !/^[ \t]/.test(after)) return undefined;
  const end = inTemplate ? after.indexOf("*/") : -1;
  const said = end < 0 ? after : after.slice(0, end);
  const colon = said.indexOf(":");
  const [names = ""] = (colon < 0 ? said : said.slice(0, colon)).split("#");
  return {
    rules: names.split(",").map((rule) => rule.trim()),
    reason: colon < 0 ? "" : said.slice(colon + 1).trim(),
  };
}
