import { openEngines } from "./engine/index.ts";
import type { RenderedApplication } from "./gitops/rendered-repository.ts";
import { openSources } from "./run/fetching.ts";
import type { RunOptions, RunPorts } from "./run/options.ts";
import { openOutside } from "./run/outside.ts";
import { renderSide } from "./run/render-side.ts";
import { openResults } from "./run/results.ts";
import { openStores } from "./run/stores.ts";
import { openWorkspace } from "./run/workspace.ts";

/** The working copy's Applications as they would be applied, without checks or comparison. */
export async function renderOnly(options: RunOptions, ports: RunPorts): Promise<RenderedApplication[]> {
  const engines = openEngines(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs });
  try {
    const workspace = await openWorkspace(options, ports);
    const outside = openOutside(options.root, openSources(workspace.head, options, ports));
    const results = openResults(openStores(options, ports).results(), workspace.head);
    const { applications } = await renderSide(workspace.head, { workspace, engines, outside, results });
    results.keep();
    return applications;
  } finally {
    await engines.close();
  }
}
