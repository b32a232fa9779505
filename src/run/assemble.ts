import type { RenderedApplication, RenderedRepository } from "../gitops/rendered-repository.ts";
import type { Finding } from "../model/finding.ts";
import { type ApplicationReport, type Report, reportVersion, type Stats } from "../model/report.ts";
import packageJson from "../../package.json" with { type: "json" };
import type { Comparison } from "./compare.ts";
import { mergeFindings } from "./merge-findings.ts";
import { type Reach, weigh } from "./reach.ts";
import { withoutEchoes } from "./without-echoes.ts";
import type { Workspace } from "./workspace.ts";

export interface Outcome {
  workspace: Workspace;
  head: RenderedRepository;
  comparison?: Comparison;
  /** Names of Applications that are the same on both sides. */
  unchanged: ReadonlySet<string>;
  findings: Finding[];
  reach: Reach;
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
  const told = withoutEchoes(outcome.requireSources ? found.map(demandSource) : found);
  const findings = mergeFindings(weigh(told, outcome.reach));
  return {
    version: reportVersion,
    slipway: packageJson.version,
    kubernetesVersion: workspace.kubernetesVersion,
    ...(base && { base: { ref: base.ref, commit: base.commit } }),
    applications,
    findings,
    changes: comparison?.changes ?? [],
    ...(comparison && { applicationChanges: comparison.applicationChanges }),
    stats: statsOf(head.applications, durations, peakMemoryBytes),
  };
}

function withStatus(report: ApplicationReport, unchanged: ReadonlySet<string>): ApplicationReport {
  return report.status === "rendered" && unchanged.has(report.name) ? { ...report, status: "unchanged" } : report;
}

/** `--require-sources`: what could not be fetched is no longer a warning. */
function demandSource(finding: Finding): Finding {
  return finding.rule === "render/source-unavailable" ? { ...finding, severity: "error" } : finding;
}

function statsOf(
  applications: readonly RenderedApplication[],
  durations: Record<string, number>,
  peakMemoryBytes: number,
): Stats {
  const cached = applications.filter(({ reused }) => reused).length;
  const rendered = applications.filter(({ rendering, reused }) => rendering !== undefined && !reused).length;
  const resources = applications.reduce((sum, { report }) => sum + report.resources, 0);
  return { applications: applications.length, resources, rendered, cached, durations, peakMemoryBytes };
}
