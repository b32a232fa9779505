import { type ApplicationChange, type Change, type Effect, effectKinds, type EffectLevel } from "../model/change.ts";
import { type Finding, severities } from "../model/finding.ts";
import type { ApplicationReport, Report } from "../model/report.ts";

/** Everything there is to say of one Application. */
export interface Section {
  name: string;
  /** Absent for an Application that is gone. */
  application?: ApplicationReport;
  applicationChange?: ApplicationChange;
  changes: Change[];
  findings: Finding[];
  /** Findings told at another Application, which this one has from the same place, with the severity that they have here. */
  shared: Finding[];
}

export interface Overview {
  /** Applications with something to say, the gravest effects first, then in wave order; those that are gone come last. */
  sections: Section[];
  /** Applications with nothing to say, in wave order. */
  quiet: Section[];
  /** Findings of no Application. */
  repository: Finding[];
}

/** The report by Application: what every text form of it shows, in the same order. */
export function overview(report: Report): Overview {
  const sections = new Map<string, Section>();
  for (const application of sortApplications(report.applications)) {
    sections.set(application.name, { name: application.name, application, changes: [], findings: [], shared: [] });
  }
  const section = (name: string): Section => {
    const known = sections.get(name) ?? { name, changes: [], findings: [], shared: [] };
    sections.set(name, known);
    return known;
  };
  for (const change of report.changes) section(change.application).changes.push(change);
  for (const change of report.applicationChanges ?? []) section(change.application).applicationChange = change;
  const repository: Finding[] = [];
  for (const finding of sortFindings(report.findings)) {
    (finding.application === undefined ? repository : section(finding.application).findings).push(finding);
    for (const { application, severity } of finding.alsoIn ?? [])
      section(application).shared.push({ ...finding, severity });
  }
  const all = [...sections.values()];
  return { sections: byGravity(all.filter(hasNews)), quiet: all.filter((one) => !hasNews(one)), repository };
}

/** By the gravest effect; what nobody needs to care about keeps its order. */
function byGravity(sections: readonly Section[]): Section[] {
  const rank = ({ changes }: Section): number =>
    Math.min(effectKinds.length * 2, ...changes.flatMap(({ effects }) => effects.map(effectRank)));
  return sections.toSorted((a, b) => rank(a) - rank(b));
}

/** Dangerous effects before those to be careful about, each in the order of their kinds; the rest is equal. */
function effectRank({ level, kind }: Effect): number {
  const place = effectKinds.indexOf(kind);
  return { danger: place, caution: effectKinds.length + place, note: effectKinds.length * 2 }[level];
}

/** One effect with the resource it is about. */
export interface ToldEffect {
  effect: Effect;
  change: Change;
}

/** Every effect of a level, the gravest kind first. */
export function effectsOfLevel({ changes }: Report, level: EffectLevel): ToldEffect[] {
  return changes
    .flatMap((change) =>
      change.effects.filter((effect) => effect.level === level).map((effect) => ({ effect, change })),
    )
    .toSorted((a, b) => effectRank(a.effect) - effectRank(b.effect));
}

function hasNews({ application, applicationChange, changes, findings, shared }: Section): boolean {
  const status = application?.status;
  return (
    changes.length + findings.length + shared.length > 0 ||
    applicationChange !== undefined ||
    status === "not-rendered" ||
    status === "failed"
  );
}

/** Sections of both lists in wave order again; those that are gone come last. */
export function inWaveOrder(sections: readonly Section[]): Section[] {
  const wave = ({ application }: Section): number => application?.wave ?? Number.MAX_SAFE_INTEGER;
  return sections.toSorted((a, b) => wave(a) - wave(b) || compare(a.name, b.name));
}

export function sortApplications(applications: readonly ApplicationReport[]): ApplicationReport[] {
  return applications.toSorted((a, b) => a.wave - b.wave || compare(a.name, b.name) || compare(a.file, b.file));
}

/** The gravest first, then by place. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => {
    const [left, right] = [a.at[0], b.at[0]];
    return (
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      compare(left?.file ?? "", right?.file ?? "") ||
      (left?.line ?? 0) - (right?.line ?? 0) ||
      (left?.column ?? 0) - (right?.column ?? 0) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message)
    );
  });
}

/** By code unit, the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
