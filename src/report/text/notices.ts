import type { Finding } from "../../model/finding.ts";
import { visibleLine } from "../visible.ts";
import { number, sentence } from "../wording.ts";
import { findingLines, hintLines, type ReadLine } from "./findings.ts";
import type { Paint } from "./style.ts";

/** Notices of one rule are alike; from here on the rest is a count. */
const maxPlaces = 6;

/** What could not be checked here, a paragraph for each rule: a line for each place, and once what to do. */
export function noticeLines(notices: readonly Finding[], paint: Paint, width: number, readLine?: ReadLine): string[][] {
  const rules = new Map<string, Finding[]>();
  for (const notice of notices) rules.set(notice.rule, [...(rules.get(notice.rule) ?? []), notice]);
  return [...rules.values()].map((alike) => ruleLines(alike, paint, width, readLine));
}

function ruleLines(alike: readonly Finding[], paint: Paint, width: number, readLine?: ReadLine): string[] {
  const [first, ...others] = alike;
  if (first === undefined) return [];
  if (others.length === 0) return findingLines(first, paint, width, readLine);
  const left = alike.length - maxPlaces;
  const sameHint = others.every(({ hint }) => hint === first.hint);
  return [
    `${paint("notice", "notice")} ${visibleLine(first.rule, 100)} ${number(alike.length)} times`,
    ...alike.slice(0, maxPlaces).map(placeLine),
    ...(left > 0 ? [paint("dim", `    … ${number(left)} more`)] : []),
    ...(sameHint ? hintLines(first.hint, width) : []),
  ];
}

function placeLine(notice: Finding): string {
  const [place] = notice.at;
  const where = place === undefined ? "" : `${visibleLine(place.file)}:${place.line}:${place.column} `;
  return `    ${where}${visibleLine(sentence(notice), 500)}`;
}
