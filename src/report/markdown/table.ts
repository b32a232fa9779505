import { inWaveOrder, type Overview, type Section } from "../overview.ts";
import { changeCounts, findingCounts, plural } from "../wording.ts";
import { text } from "./escape.ts";

export const tableHeader = "| Application | Status | Changes | Findings |\n| :--- | :--- | :--- | :--- |\n";
/** Up to here Applications get a row each although there is nothing to say of them but that they were rendered. */
const maxQuiet = 12;

/** A row per Application with something to say, and what stands for the others. */
export function tableRows({ sections, quiet }: Overview): { rows: string[]; last: string } {
  const unchanged = quiet.every(({ application }) => application?.status === "unchanged");
  const isShort = quiet.length <= maxQuiet && !unchanged;
  const listed = isShort ? inWaveOrder([...sections, ...quiet]) : sections;
  const rest = `| ${plural(quiet.length, sections.length === 0 ? "Application" : "more Application")} | ${unchanged ? "unchanged" : "rendered"} | | |\n`;
  return { rows: listed.map(row), last: isShort || quiet.length === 0 ? "" : rest };
}

function row(section: Section): string {
  const { name, changes, findings, shared } = section;
  const counts = findingCounts([...findings, ...shared]);
  const cells = [text(name, 80), status(section), unbroken(changeCounts(changes)), unbroken(counts)];
  return `| ${cells.join(" | ")} |\n`;
}

/** A number stays beside what it counts. */
function unbroken(counts: string): string {
  return counts.replaceAll(/(\d) /g, "$1&nbsp;");
}

function status({ application, applicationChange, changes }: Section): string {
  if (application === undefined) return "removed";
  const reason = application.reason === undefined ? "" : `: ${text(application.reason, 160)}`;
  if (application.status === "failed") return `**failed**${reason}`;
  if (application.status === "not-rendered") return `not rendered${reason}`;
  if (applicationChange?.kind === "added") return "new";
  if (applicationChange?.kind === "renamed") return `renamed from ${text(applicationChange.previous ?? "", 80)}`;
  return changes.length > 0 ? "changed" : application.status;
}
