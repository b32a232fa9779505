import { number, plural } from "../wording.ts";
import type { Piece } from "./changes.ts";

/** The parts of a document, from those that stay to those that may go. */
export interface Layout {
  /** Verdict and introduction; always there. */
  head: string;
  /** The table of Applications: its header and at least one row are always there. */
  table: { header: string; rows: readonly string[]; last: string };
  findings: { rows: readonly string[]; details: readonly string[] };
  /** The changes of an Application, folded under `open`. */
  sections: readonly { open: string; close: string; pieces: readonly Piece[] }[];
  foot: string;
  /** Markdown that says where the whole report is, for the statement of what was left out. */
  fullReport: string;
}

/** GitHub counts characters, its database bytes; a UTF-8 text never has more UTF-16 units than bytes. */
const bytes = (text: string): number => Buffer.byteLength(text);
/** Room for the statement of what was left out, and for the rows that count the rest of a table. */
const reserve = 1200;

interface Entry {
  piece: Piece;
  size: number;
  state: "full" | "brief";
}

/**
 * The document in at most `limit` bytes of UTF-8. What goes first: the longest resources become a line each, then the
 * longest Applications' lists go, the tools' own words, the least grave findings, and the rows of the table.
 */
export function fit(layout: Layout, limit: number): string {
  const whole = assemble(
    layout,
    sectionTexts(layout, new Map()),
    layout.findings.rows.length,
    layout.findings.details,
    layout.table.rows.length,
  );
  if (bytes(whole) <= limit) return whole;
  const room = limit - reserve;
  const entries = layout.sections.flatMap((section) =>
    section.pieces.map((piece): Entry => ({ piece, size: bytes(piece.full) - bytes(piece.brief), state: "full" })),
  );
  let size = bytes(whole);
  for (const entry of entries.toSorted((a, b) => b.size - a.size)) {
    if (size <= room || entry.size === 0) break;
    entry.state = "brief";
    size -= entry.size;
  }
  const states = new Map(entries.map((entry) => [entry.piece, entry.state]));
  const sections = sectionTexts(layout, states);
  const kept = drop(sections, size - room, (section) => bytes(section));
  size -= kept.freed;
  const details = drop(layout.findings.details, size - room, bytes);
  size -= details.freed;
  const findings = cut(layout.findings.rows, size - room, 0);
  size -= findings.freed;
  const rows = cut(layout.table.rows, size - room, 1);
  const leftOut = statement(layout, {
    brief: entries.filter((entry) => entry.state === "brief").length,
    sections: sections.length - kept.items.length,
    findings: layout.findings.rows.length - findings.count,
    details: layout.findings.details.length - details.items.length,
  });
  return assemble({ ...layout, foot: leftOut }, kept.items, findings.count, details.items, rows.count);
}

function sectionTexts(layout: Layout, states: ReadonlyMap<Piece, Entry["state"]>): string[] {
  return layout.sections.map(({ open, close, pieces }) => {
    return open + pieces.map((piece) => (states.get(piece) === "brief" ? piece.brief : piece.full)).join("") + close;
  });
}

/** Leaves out the largest items until `excess` bytes are freed; the others keep their order. */
function drop<T>(items: readonly T[], excess: number, sizeOf: (item: T) => number): { items: T[]; freed: number } {
  const gone = new Set<T>();
  let freed = 0;
  for (const item of items.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    if (freed >= excess) break;
    gone.add(item);
    freed += sizeOf(item);
  }
  return { items: items.filter((item) => !gone.has(item)), freed };
}

/** Leaves out rows from the end until `excess` bytes are freed, keeping at least some. */
function cut(rows: readonly string[], excess: number, atLeast: number): { count: number; freed: number } {
  let freed = 0;
  let count = rows.length;
  while (freed < excess && count > atLeast) freed += bytes(rows[--count] ?? "");
  return { count, freed };
}

function assemble(
  layout: Layout,
  sections: readonly string[],
  findings: number,
  details: readonly string[],
  rows: number,
): string {
  const { head, table, foot } = layout;
  const moreRows = table.rows.length - rows;
  const more = moreRows > 0 ? `| ${plural(moreRows, "more Application")} with changes or findings | | |\n` : "";
  return [
    head,
    table.rows.length === 0 && table.last === ""
      ? ""
      : `${table.header}${table.rows.slice(0, rows).join("")}${more}${table.last}\n`,
    findingsPart(layout, findings, details),
    sections.length === 0 ? "" : `### Changes\n\n${sections.join("")}`,
    foot,
  ].join("");
}

function findingsPart({ findings }: Layout, count: number, details: readonly string[]): string {
  if (findings.rows.length === 0) return "";
  const left = findings.rows.length - count;
  const list = count === 0 ? "" : `${findings.rows.slice(0, count).join("")}\n`;
  const more = left > 0 ? `${plural(left, "more finding")}.\n\n` : "";
  const words =
    details.length === 0
      ? ""
      : `<details><summary>In the tools' own words</summary>\n\n${details.join("")}</details>\n\n`;
  return `### Findings\n\n${list}${more}${words}`;
}

function statement(
  { fullReport }: Layout,
  left: Record<"brief" | "sections" | "findings" | "details", number>,
): string {
  const parts = [
    left.brief > 0 ? `the fields of ${plural(left.brief, "resource")}` : "",
    left.sections > 0 ? `the resources of ${plural(left.sections, "Application")}` : "",
    left.details > 0 ? `${plural(left.details, "message")} of the tools` : "",
    left.findings > 0 ? `${number(left.findings)} findings` : "",
  ].filter((part) => part !== "");
  const what = parts.length === 0 ? "rows of the table" : parts.join(", ");
  return `---\n\nLeft out for want of room: ${what}.${fullReport === "" ? "" : ` ${fullReport}`}\n\n`;
}
