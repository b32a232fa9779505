import { createHash } from "node:crypto";
import { structuredPatch } from "diff";
import type { FieldChange } from "../model/change.ts";
import type { Json } from "../model/resource.ts";
import { deepEqual, mapStrings } from "./equal.ts";
import { withoutFingerprints } from "./fingerprint.ts";

const contextLines = 3;
const maxLines = 200;
const maxLineLength = 400;
/** Beyond these a line diff costs more than it tells. */
const maxCharacters = 512 * 1024;
const maxEdits = 4000;
const maxValueLength = 2000;
const maxSubtreeLength = 16 * 1024;

const count = (n: number): string => n.toLocaleString("en-US");

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** The body of a unified diff (hunks without file headers), cut with a statement. */
export function textDiff(before: string, after: string): string {
  const sizes = `${count(before.length)} → ${count(after.length)} characters`;
  if (before.length > maxCharacters || after.length > maxCharacters) return `(too long to compare by line: ${sizes})`;
  const bothOpen = !before.endsWith("\n") && !after.endsWith("\n");
  const closed = (text: string): string => (bothOpen && text !== "" ? `${text}\n` : text);
  const options = { context: contextLines, maxEditLength: maxEdits };
  const patch = structuredPatch("", "", closed(before), closed(after), undefined, undefined, options);
  if (patch === undefined) return `(too different to compare by line: ${sizes})`;
  return capLines(
    patch.hunks.flatMap((hunk) => [
      `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
      ...hunk.lines.map(withoutFingerprints),
    ]),
  );
}

/** At most `limit` lines of at most 400 characters, and what was left out. */
export function capLines(lines: readonly string[], limit = maxLines): string {
  const kept = lines.slice(0, limit).map((line) => {
    if (line.length <= maxLineLength) return line;
    return `${line.slice(0, maxLineLength).toWellFormed()}… (${count(line.length)} characters)`;
  });
  const left = lines.length - kept.length;
  return [...kept, ...(left > 0 ? [`(${count(left)} more ${left === 1 ? "line" : "lines"})`] : [])].join("\n");
}

/** A field whose values differ, also where what differs is not shown. */
export function difference(path: string, before: Json, after: Json): FieldChange {
  const [old, now] = [shown(before), shown(after)];
  return deepEqual(old, now) ? { path, text: "(changed, value hidden)" } : { path, before: old, after: now };
}

/** The value as a report shows it: very long strings and subtrees give way to their size and digest. */
export function shown(value: Json): Json {
  const short = mapStrings(value, (masked) => {
    const text = withoutFingerprints(masked);
    if (text.length <= maxValueLength) return text;
    return `${text.slice(0, 200).toWellFormed()}… (${count(text.length)} characters, sha256 ${digest(text)})`;
  });
  if (typeof short === "string") return short;
  const json = JSON.stringify(short);
  return json.length <= maxSubtreeLength ? short : `(${count(json.length)} characters of JSON, sha256 ${digest(json)})`;
}
