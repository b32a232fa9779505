import type { Finding } from "../../model/finding.ts";
import type { SourceLocation } from "../../model/resource.ts";
import { visible } from "../visible.ts";
import { block, code, link, text } from "./escape.ts";
import { lineAddress, type Links } from "../links.ts";
import { sentence } from "../wording.ts";

const maxDetailLines = 20;

/** What led to a place is shown up to here; the text report and SARIF have it all. */
const maxVia = 2;

/**
 * One item of a list: what is wrong, what to do, where it is (linked to its line), the rule (linked to its page) and what
 * led there. A list, because on a telephone a table with paths in it is wider than the screen.
 */
export function findingItem(finding: Finding, links: Links | undefined): string {
  const { severity, rule, hint, at, application, docs } = finding;
  const [first, ...others] = at;
  const linked = (place: SourceLocation): string => link(code(placeOf(place)), lineAddress(place, links));
  const where = first === undefined ? application && text(application, 80) : linked(first);
  const source = [...(where === undefined ? [] : [where]), link(code(rule, 80), docs)].join(" · ");
  // Which Application it is, the file tells.
  const led = others.filter(({ via }) => via !== "Application").slice(0, maxVia);
  const lines = [
    `**${severity}** ${text(sentence(finding))}`,
    ...(hint === undefined ? [] : [text(hint)]),
    source,
    ...led.map((place) => `${text(place.via ?? "also", 40)}: ${linked(place)}`),
  ];
  return `- ${lines.join("<br>")}\n`;
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
