import type { ChartRef, NeedsCharts, Tree } from "./contracts.ts";
import { asFailure, RenderFailure } from "./failure.ts";
import type { ReadLog } from "./produced.ts";
import { mountCharts, type PlacementContext } from "./placement.ts";
import { chartPath } from "../tree/index.ts";

const fetchRounds = 6;

/** Calls an engine until it has all charts it asks for. */
export async function withCharts<Result extends NeedsCharts>(
  tree: Tree,
  context: PlacementContext & { applicationName: string },
  log: ReadLog,
  call: (tree: Tree, charts: readonly ChartRef[]) => Promise<Result>,
): Promise<Result> {
  const charts = new Map<string, ChartRef>();
  for (let round = 0; round < fetchRounds; round += 1) {
    const mounted = charts.size === 0 ? tree : await mountCharts(tree, [...charts.values()], context, log);
    const result = await call(mounted, [...charts.values()]).catch((error: unknown) => {
      throw asFailure(error, `${context.applicationName} does not render`);
    });
    const missing = result.needs.filter((ref) => !charts.has(chartPath(ref)));
    if (missing.length === 0 && result.needs.length > 0) throw notTaken(result.needs);
    if (missing.length === 0) return result;
    for (const ref of missing) charts.set(chartPath(ref), ref);
  }
  throw new RenderFailure("render/limit", `The charts ask for more charts after ${fetchRounds} rounds of fetching`);
}

/** What the engine made without them is not what Argo CD would make. */
function notTaken(refs: readonly ChartRef[]): RenderFailure {
  const names = refs.map(({ chart, version }) => `${chart} ${version}`).join(", ");
  return new RenderFailure("render/failed", `What was fetched as ${names} is not the chart that is asked for`);
}
