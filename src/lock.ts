import { openEngines } from "./engine/index.ts";
import { type ChartRef, emptyLock, type GitRef, type LockPlan, planLock, type Sources } from "./gitops/sources.ts";
import { lockOf, openSources } from "./run/fetching.ts";
import type { RunOptions, RunPorts } from "./run/options.ts";
import { renderSide } from "./run/render-side.ts";
import { openResults } from "./run/results.ts";
import { openWorkspace } from "./run/workspace.ts";

/** What the lock file should say: every source from elsewhere that rendering the working copy asks for. */
export async function planSources(options: RunOptions & { update: boolean }, ports: RunPorts): Promise<LockPlan> {
  const engines = openEngines();
  try {
    const workspace = await openWorkspace(options, ports);
    const sources = openSources(workspace.head, options, ports);
    const charts: ChartRef[] = [];
    const git: GitRef[] = [];
    const noting: Sources = {
      chart: (ref) => {
        charts.push(ref);
        return sources.chart(ref);
      },
      git: (repoURL, revision) => {
        git.push({ repoURL, revision });
        return sources.git(repoURL, revision);
      },
      resolver: sources.resolver,
    };
    // A rendering from the cache would ask for nothing.
    const results = openResults({ ...options, cache: false }, ports, workspace.head);
    await renderSide(workspace.head, { workspace, engines, sources: noting, results });
    const current = lockOf(workspace.head) ?? emptyLock;
    return await planLock(current, { charts, git }, sources.resolver, { update: options.update });
  } finally {
    await engines.close();
  }
}
