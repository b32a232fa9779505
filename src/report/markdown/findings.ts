import type { Finding } from "../../model/finding.ts";
import type { SourceLocation } from "../../model/resource.ts";
import { visible } from "../visible.ts";
import { block, cellCode, code, link, text } from "./escape.ts";
import { lineAddress, type Links } from "../links.ts";
import { sentence } from "../wording.ts";

const maxDetailLines = 20;

export const findingsHeader = "| Severity | Finding |\n| :--- | :--- |\n";

/** One row: what is wrong, what to do, where it is (linked to its line) and the rule (linked to its page). */
export function findingRow(finding: Finding, links: Links | undefined): string {
  const { severity, rule, hint, at, application, docs } = finding;
  const [first] = at;
  const place = first === undefined ? undefined : link(cellCode(placeOf(first)), lineAddress(first, links));
  const where = place ?? (application === undefined ? undefined : text(application, 80));
  const source = [...(where === undefined ? [] : [where]), link(cellCode(rule, 80), docs)].join(" · ");
  const what = [text(sentence(finding)), ...(hint === undefined ? [] : [text(hint)]), source].join("<br>");
  return `| ${severity === "error" ? "**error**" : severity} | ${what} |\n`;
}

/** `file:line`; a long path keeps its end, which tells more. */
function placeOf({ file, line }: SourceLocation): string {
  return `${file.length <= 90 ? file : `…${file.slice(-89).toWellFormed()}`}:${line}`;
}

/** The tool's own words, where there are any. */
export function findingDetail(finding: Finding): string | undefined {
  const { detail, message, rule, at } = finding;
  if (detail === undefined || detail.trim() === "" || detail.trim() === message) return undefined;
  const lines = visible(detail.slice(0, 20_000)).trim().split("\n");
  const shown = lines.slice(0, maxDetailLines).map((line) => line.slice(0, 300).toWellFormed());
  const [first] = at;
  const where = first === undefined ? "" : ` at ${code(placeOf(first))}`;
  return `${code(rule, 80)}${where}\n\n${block("text", shown.join("\n"))}\n\n`;
}
