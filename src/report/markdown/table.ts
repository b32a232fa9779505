import { inWaveOrder, type Overview, type Section } from "../overview.ts";
import { changeCounts, findingCounts, plural } from "../wording.ts";
import { text } from "./escape.ts";

/** Three narrow columns: a telephone shows them side by side. */
export const tableHeader = "| Application | Changes | Findings |\n| :--- | :--- | :--- |\n";
/** Up to here Applications get a row each although there is nothing to say of them but that they were rendered. */
const maxQuiet = 12;

/** A row per Application with something to say, and what stands for the others. */
export function tableRows({ sections, quiet, repository }: Overview): { rows: string[]; last: string } {
  const unchanged = quiet.every(({ application }) => application?.status === "unchanged");
  const isShort = quiet.length <= maxQuiet && !unchanged;
  const listed = isShort ? [...sections, ...inWaveOrder(quiet)] : sections;
  const rest = `| ${plural(quiet.length, sections.length === 0 ? "Application" : "more Application")} | ${unchanged ? "unchanged" : "rendered"} | |\n`;
  const said = [...repository, ...sections.flatMap(({ findings }) => findings)].map(({ message }) => message);
  return { rows: listed.map((section) => row(section, said)), last: isShort || quiet.length === 0 ? "" : rest };
}

function row(section: Section, said: readonly string[]): string {
  const { name, changes, findings, shared } = section;
  const counts = unbroken(changeCounts(changes));
  const what = [status(section, said), counts].filter((part) => part !== "").join(": ");
  return `| ${text(name, 80)} | ${what} | ${unbroken(findingCounts([...findings, ...shared]))} |\n`;
}

/** A number stays beside what it counts. */
function unbroken(counts: string): string {
  return counts.replaceAll(/(\d) /g, "$1&nbsp;");
}

function status({ application, applicationChange, changes }: Section, said: readonly string[]): string {
  if (application === undefined) return "removed";
  // A finding below the table says it at its place; several Applications may share the finding.
  const { reason: why } = application;
  const reason = why === undefined || said.some((message) => message.startsWith(why)) ? "" : `: ${text(why, 160)}`;
  if (application.status === "failed") return `**failed**${reason}`;
  if (application.status === "not-rendered") return `not rendered${reason}`;
  if (applicationChange?.kind === "added") return "new";
  if (applicationChange?.kind === "renamed") return `renamed from ${text(applicationChange.previous ?? "", 80)}`;
  return changes.length > 0 ? "" : application.status;
}
