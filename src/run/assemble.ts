import type { RenderedApplication, RenderedRepository } from "../gitops/rendered-repository.ts";
import type { EnvironmentChange } from "../model/environment-change.ts";
import type { Finding } from "../model/finding.ts";
import { type ApplicationReport, type Report, reportVersion, type Stats } from "../model/report.ts";
import packageJson from "../../package.json" with { type: "json" };
import type { Comparison } from "./compare.ts";
import type { Reach } from "./reach.ts";
import { type Said, type Settled, settle } from "./settle/settle.ts";
import type { Workspace } from "./workspace.ts";

export interface Outcome {
  workspace: Workspace;
  head: RenderedRepository;
  comparison?: Comparison;
  /** Absent where there was no base. */
  environmentChanges?: EnvironmentChange[];
  /** Names of Applications that are the same on both sides. */
  unchanged: ReadonlySet<string>;
  findings: Finding[];
  reach: Reach;
  /** What the repository says about findings. */
  said: Said;
  requireSources: boolean;
  durations: Record<string, number>;
  peakMemoryBytes: number;
}

/** One piece of data from everything that was found. */
export function assemble(outcome: Outcome): Report {
  const { workspace, head, comparison, unchanged, durations, peakMemoryBytes } = outcome;
  const { base } = workspace;
  const applications = head.applications.map(({ report }) => withStatus(report, unchanged));
  const found = [
    ...head.findings,
    ...head.applications.flatMap(({ rendered }) => rendered.findings),
    ...outcome.findings,
    ...(comparison?.findings ?? []),
  ];
  const { reach, said, requireSources } = outcome;
  const complete = applications.every(({ status }) => status === "rendered" || status === "unchanged");
  const settled = settle(found, said, { reach, complete, requireSources });
  return {
    version: reportVersion,
    slipway: packageJson.version,
    kubernetesVersion: workspace.kubernetesVersion,
    ...(base && { base: { ref: base.ref, commit: base.commit } }),
    applications,
    findings: settled.findings,
    changes: comparison?.changes ?? [],
    ...(comparison && {
      applicationChanges: comparison.applicationChanges,
      effects: comparison.effects,
      headline: comparison.headline,
    }),
    ...(outcome.environmentChanges && { environments: outcome.environmentChanges }),
    stats: statsOf(head.applications, settled, { durations, peakMemoryBytes }),
  };
}

function withStatus(report: ApplicationReport, unchanged: ReadonlySet<string>): ApplicationReport {
  return report.status === "rendered" && unchanged.has(report.name) ? { ...report, status: "unchanged" } : report;
}

function statsOf(
  applications: readonly RenderedApplication[],
  { ignored, baselined }: Settled,
  measured: Pick<Stats, "durations" | "peakMemoryBytes">,
): Stats {
  const cached = applications.filter(({ reused }) => reused).length;
  const rendered = applications.filter(({ rendering, reused }) => rendering !== undefined && !reused).length;
  const resources = applications.reduce((sum, { report }) => sum + report.resources, 0);
  return {
    applications: applications.length,
    resources,
    rendered,
    cached,
    ...(ignored > 0 && { ignored }),
    ...(baselined > 0 && { baselined }),
    ...measured,
  };
}
