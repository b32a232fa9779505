import type { Finding } from "../../model/finding.ts";
import { visible, visibleLine } from "../visible.ts";
import { number, sentence } from "../wording.ts";
import type { Paint } from "./style.ts";
import { clip, wrap } from "./wrap.ts";

const maxDetailLines = 15;

/** The source line of a file in the repository, counted from 1, without its line end. */
export type ReadLine = (file: string, line: number) => string | undefined;

/** `file:line:column severity rule message`, the source line, the tool's own words, what led here, what to do. */
export function findingLines(finding: Finding, paint: Paint, width: number, readLine?: ReadLine): string[] {
  const { severity, rule, hint, at } = finding;
  const [first, ...others] = at;
  const place = first === undefined ? "" : `${visibleLine(first.file)}:${first.line}:${first.column} `;
  return [
    `${place}${paint(severity, severity)} ${visibleLine(rule, 100)} ${visibleLine(sentence(finding), 500)}`,
    ...(first === undefined ? [] : excerpt(first.line, first.column, readLine?.(first.file, first.line), paint, width)),
    ...detailLines(finding, paint),
    ...others.map(({ file, line, column, via }) =>
      paint("dim", `    ${via === undefined ? "also" : visibleLine(via)}: ${visibleLine(file)}:${line}:${column}`),
    ),
    ...hintLines(hint, width),
  ];
}

/** What to do next, after an arrow. */
export function hintLines(hint: string | undefined, width: number, indent = "    "): string[] {
  if (hint === undefined) return [];
  const lines = wrap(visibleLine(hint, 500), `${indent}  `, width);
  return lines.map((line, i) => (i === 0 ? `${indent}→ ${line.slice(indent.length + 2)}` : line));
}

function detailLines({ detail, message }: Finding, paint: Paint): string[] {
  if (detail === undefined || detail.trim() === "" || detail.trim() === message) return [];
  const lines = visible(detail).trim().split("\n");
  const left = lines.length - maxDetailLines;
  return [
    ...lines.slice(0, maxDetailLines).map((line) => paint("dim", `      ${clip(line, 300)}`)),
    ...(left > 0 ? [paint("dim", `      … ${number(left)} more lines`)] : []),
  ];
}

/** How a document starts: a finding about the whole of it has nothing there to show. */
const opening = /^(?:---|#|apiVersion:|kind:)/;

/** The line with a caret under the column; a long line is cut around it. */
function excerpt(line: number, column: number, source: string | undefined, paint: Paint, width: number): string[] {
  if (source === undefined || source.trim() === "" || (column === 1 && opening.test(source))) return [];
  const gutter = `    ${line} │ `;
  const room = Math.max(20, width - gutter.length);
  const start = column > room - 10 ? column - Math.floor(room / 2) : 0;
  const shown = source.slice(start, start + room).replaceAll("\t", " ");
  const code = clip(visible(shown), room);
  const caret = `${" ".repeat(gutter.length - 2)}│ ${" ".repeat(Math.max(0, column - 1 - start))}^`;
  return [paint("dim", gutter) + code, paint("dim", caret)];
}
