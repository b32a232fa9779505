import { openEngines } from "./engine/index.ts";
import { committedCatalogue } from "./environment/catalogue.ts";
import { Provenance } from "./gitops/provenance/provenance.ts";
import type { Report } from "./model/report.ts";
import { type FailOn, verdict } from "./report/verdict.ts";
import { assemble } from "./run/assemble.ts";
import { runChecks } from "./run/checks.ts";
import { compareSides, sameRenderings } from "./run/compare.ts";
import { compareEnvironments, environmentsIn } from "./run/environments.ts";
import { openSources } from "./run/fetching.ts";
import type { Phase, RunOptions, RunPorts } from "./run/options.ts";
import { reachOf } from "./run/reach.ts";
import { refinePlaces } from "./run/refine-places.ts";
import { renderSide } from "./run/render-side.ts";
import { openResults } from "./run/results.ts";
import { readBaseline } from "./run/settle/baseline.ts";
import { readComments } from "./run/settle/ignores.ts";
import { warmFor } from "./run/warm.ts";
import { openWorkspace } from "./run/workspace.ts";

export interface ValidateOptions extends RunOptions {
  failOn: FailOn;
}

export interface Validation {
  report: Report;
  exitCode: 0 | 1;
}

/** One run from the folder to the report: read, render both sides, check, compare. */
export async function validate(options: ValidateOptions, ports: RunPorts): Promise<Validation> {
  const durations: Record<string, number> = {};
  const started = performance.now();
  async function timed<T>(phase: Phase, work: () => Promise<T> | T): Promise<T> {
    ports.onProgress?.({ kind: "phase", phase });
    const before = performance.now();
    const result = await work();
    durations[phase] = performance.now() - before;
    return result;
  }

  const engines = openEngines(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs });
  try {
    const workspace = await timed("read", () => openWorkspace(options, ports));
    const { configuration, base } = workspace;
    const { ignore } = configuration;
    const sources = openSources(workspace.head, options, ports);
    const results = openResults(options, ports, workspace.head);
    warmFor(workspace.head, engines, { results, ignore });
    const context = { workspace, engines, sources, results };
    const head = await timed("render", () => renderSide(workspace.head, context));
    const before = base && (await timed("compare", () => renderSide(base.tree, context)));
    const environments = await environmentsIn(workspace.head, ignore);
    const catalogue = ports.catalogue ?? committedCatalogue();
    const reach = reachOf(head.applications);
    const { applications } = head;
    const provenance = new Provenance(workspace.head, applications);
    const places = { provenance, again: head.again, results, tree: workspace.head };
    const { findings, refused } = await timed("check", async () => {
      const checked = await runChecks(applications, {
        workspace,
        engines,
        results,
        provenance,
        reach,
        before: before?.applications,
        locations: options.schemaLocations?.length ? options.schemaLocations : configuration.schemaLocations,
        offline: options.offline,
        environments,
        catalogue,
      });
      return { ...checked, findings: await refinePlaces(checked.findings, places) };
    });
    const baseline = options.withoutBaseline === true ? undefined : readBaseline(workspace.head);
    const said = {
      levels: configuration,
      comments: readComments(workspace.head, configuration.ignore, results.remember),
      ...(baseline && { baseline }),
    };
    const comparison =
      before &&
      (await timed("diff", () =>
        compareSides(before.applications, applications, { ...workspace, settings: before.settings, verdicts: refused }),
      ));
    const environmentChanges =
      base && (await compareEnvironments(await environmentsIn(base.tree, ignore), environments, catalogue));
    const { failed } = results.keep();
    if (failed !== undefined) ports.log.warning(`What was found could not be kept for the next run: ${failed}`);
    durations["total"] = performance.now() - started;
    const report = assemble({
      workspace,
      head,
      ...(comparison && { comparison }),
      ...(environmentChanges && { environmentChanges }),
      unchanged: before ? sameRenderings(before.applications, head.applications) : new Set(),
      findings,
      reach,
      said,
      requireSources: options.requireSources,
      durations,
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    });
    return { report, exitCode: verdict(report, options.failOn).exitCode };
  } finally {
    await engines.close();
  }
}
