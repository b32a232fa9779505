import { inWaveOrder, type Overview, type Section } from "../overview.ts";
import { visibleLine } from "../visible.ts";
import { changeCounts, findingCounts, number, plural } from "../wording.ts";
import type { Paint } from "./style.ts";
import { clip, clipStart, columns, wrap } from "./wrap.ts";

/** Up to here every Application gets a line; beyond, only those with something to say. */
const maxQuiet = 20;
const maxRows = 200;
const maxName = 40;

const statuses = {
  rendered: "rendered",
  unchanged: "unchanged",
  "not-rendered": "not rendered",
  failed: "failed",
} as const;

/** One line per Application in wave order, the reason below one that is not rendered; the rest is a count. */
export function applicationTable({ sections, quiet }: Overview, paint: Paint, width: number): string[] {
  const listed = quiet.length <= maxQuiet ? inWaveOrder([...sections, ...quiet]) : sections;
  const rows = listed.slice(0, maxRows);
  const nameWidth = Math.min(maxName, Math.max(0, ...rows.map((row) => columns(row.name))));
  const lines = rows.flatMap((row) => rowLines(row, nameWidth, paint, width));
  const cut = listed.length - rows.length;
  const hidden = listed === sections ? quiet.length : 0;
  const unchanged = quiet.every(({ application }) => application?.status === "unchanged");
  return [
    ...lines,
    ...(cut > 0 ? [paint("dim", `  … ${number(cut)} more with changes or findings`)] : []),
    ...(hidden > 0
      ? [paint("dim", `  ${plural(hidden, "Application")} ${unchanged ? "unchanged" : "without changes or findings"}`)]
      : []),
  ];
}

function rowLines(
  { name, application, applicationChange, changes, findings, shared }: Section,
  nameWidth: number,
  paint: Paint,
  width: number,
): string[] {
  const wave = application === undefined ? "" : String(application.wave);
  const status =
    application === undefined ? "gone" : applicationChange?.kind === "added" ? "new" : statuses[application.status];
  const isRendered = application?.status === "rendered" || application?.status === "unchanged";
  const parts = [
    ...(isRendered ? [plural(application.resources, "resource")] : []),
    ...[changeCounts(changes), findingCounts([...findings, ...shared])].filter((part) => part !== ""),
  ];
  const label = (application?.kind === "implicit" ? clipStart : clip)(visibleLine(name), nameWidth);
  const line = `${wave.padStart(4)}  ${label.padEnd(nameWidth)}  ${status.padEnd(12)}  ${parts.join(" · ")}`.trimEnd();
  const isBad = application?.status === "failed" || application?.status === "not-rendered";
  // A finding below the table says it with its place and what to do.
  const said = findings.some(({ message }) => message === application?.reason);
  const reason =
    isBad && !said && application.reason !== undefined ? wrap(visibleLine(application.reason), "      ", width) : [];
  return [isBad ? paint("warning", line) : line, ...reason.map((text) => paint("dim", text))];
}
