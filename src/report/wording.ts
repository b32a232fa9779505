import type { Change, ChangeKind } from "../model/change.ts";
import { type Finding, severities, type Severity } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import type { ResourceId } from "../model/resource.ts";

export const number = (n: number): string => n.toLocaleString("en-US");

/** `1 error`, `2 errors`, `1,000 resources`. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

export function severityCounts(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `2 errors, 1 warning`, or nothing. */
export function findingCounts(findings: readonly Finding[]): string {
  const counts = severityCounts(findings);
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity))
    .join(", ");
}

/** What is wrong, and how many more Applications have it. */
export function sentence({ message, alsoIn = [] }: Finding): string {
  if (alsoIn.length === 0) return message;
  return `${message} (also in ${alsoIn.length === 1 ? "another Application" : `${number(alsoIn.length)} other Applications`})`;
}

/** `3 of 1,000 Applications change`. */
export function changedOf(changed: number, applications: number): string {
  if (changed === 0)
    return applications === 1
      ? "the Application does not change"
      : `none of ${number(applications)} Applications changes`;
  return `${number(changed)} of ${plural(Math.max(changed, applications), "Application")} ${changed === 1 ? "changes" : "change"}`;
}

/** In the order in which a reader cares. */
const kindOrder: readonly ChangeKind[] = ["removed", "changed", "added", "renamed", "moved"];

/** `1 removed, 2 changed`, or nothing. */
export function changeCounts(changes: readonly Change[]): string {
  return kindOrder
    .map((kind) => [kind, changes.filter((change) => change.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${number(count)} ${kind}`)
    .join(", ");
}

/** `Deployment shop/web`. */
export function resourceName({ kind, namespace, name }: ResourceId): string {
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
}

export const signs: Readonly<Record<ChangeKind, string>> = {
  added: "+",
  removed: "-",
  changed: "~",
  renamed: "~",
  moved: ">",
};

/** What became of the resource beyond its fields and effects: where it came from, what it was called. */
export function changeNotes({ kind, previous, fields }: Change): string[] {
  const from = kind === "moved" && previous?.application !== undefined ? [`moved from ${previous.application}`] : [];
  const was = previous?.resource === undefined ? [] : [`was ${previous.resource.name}`];
  const same = kind === "moved" && fields.length === 0 ? ["unchanged"] : [];
  return [...from, ...was, ...same];
}

/** `940 ms`, `1.42 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** The whole run: the phase called `total`, or the phases together. */
export function totalDuration({ stats }: Report): number {
  return stats.durations.total ?? Object.values(stats.durations).reduce((sum, phase) => sum + phase, 0);
}
