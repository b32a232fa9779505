import { openEngines } from "./engine/index.ts";
import {
  type ChartRef,
  emptyLock,
  type FileRef,
  type GitRef,
  type LockPlan,
  namesOf,
  type NeededSources,
  planLock,
  type Sources,
} from "./gitops/sources.ts";
import { SlipwayError } from "./model/error.ts";
import { lockOf, openSources } from "./run/fetching.ts";
import type { RunOptions, RunPorts } from "./run/options.ts";
import { openOutside } from "./run/outside.ts";
import { renderSide } from "./run/render-side.ts";
import { openResults } from "./run/results.ts";
import { openWorkspace } from "./run/workspace.ts";

export interface LockOptions extends RunOptions {
  /** Whether to resolve anew what is locked: everything, or the sources of these names. */
  update: boolean | readonly string[];
}

/** What the lock file should say: every source from elsewhere that rendering the working copy asks for. */
export async function planSources(options: LockOptions, ports: RunPorts): Promise<LockPlan> {
  const engines = openEngines();
  try {
    const workspace = await openWorkspace(options, ports);
    const sources = openSources(workspace.head, options, ports);
    const charts: ChartRef[] = [];
    const git: GitRef[] = [];
    const files: FileRef[] = [];
    const noting: Sources = {
      chart: (ref) => {
        charts.push(ref);
        return sources.chart(ref);
      },
      file: (url) => {
        files.push({ url });
        return sources.file(url);
      },
      git: (repoURL, revision) => {
        git.push({ repoURL, revision });
        return sources.git(repoURL, revision);
      },
      resolver: sources.resolver,
    };
    // A rendering from the cache would ask for nothing.
    const results = openResults(undefined, workspace.head);
    await renderSide(workspace.head, { workspace, engines, outside: openOutside(options.root, noting), results });
    const current = lockOf(workspace.head) ?? emptyLock;
    const needed = { charts, git, files };
    checkNames(options.update, needed);
    return await planLock(current, needed, sources.resolver, { update: options.update });
  } finally {
    await engines.close();
  }
}

function checkNames(update: LockOptions["update"], { charts, git, files }: NeededSources): void {
  if (typeof update === "boolean") return;
  const known = [...charts, ...git, ...files].map(namesOf);
  const absent = update.filter((name) => !known.some((names) => names.includes(name)));
  if (absent.length === 0) return;
  const names = [...new Set(known.flatMap(([name]) => name ?? []))].toSorted((a, b) => (a < b ? -1 : 1));
  throw new SlipwayError("SLW-USAGE", `no source from elsewhere is called ${absent.join(" or ")}`, {
    hint: names.length === 0 ? "nothing here comes from elsewhere" : `there are ${names.join(", ")}`,
  });
}
