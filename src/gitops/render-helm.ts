import type { SourceLocation } from "../model/resource.ts";
import type { BuildEnvironment } from "./build-environment.ts";
import type { HelmRequest, Tree, TreeMount } from "./contracts.ts";
import { withCharts } from "./fetching.ts";
import { helmRequest } from "./helm-source.ts";
import { chartPath } from "../tree/index.ts";
import { referencedPlaces } from "./references.ts";
import { remoteFiles } from "./remote-files.ts";
import type { Placement } from "./placement.ts";
import type { ReadLog } from "./produced.ts";
import type { SourceNotice, SourceResult } from "./render-source.ts";
import type { ApplicationSource } from "./schema-source.ts";
import type { SourceContext } from "./source-context.ts";
import type { Place } from "./value-files.ts";
import { chartFacts, type FetchedChart } from "./values/chart-facts.ts";
import { givenByApplication } from "./values/given.ts";
import { valuesNotices } from "./values/values-notices.ts";

export interface HelmSource {
  source: ApplicationSource;
  environment: BuildEnvironment;
  tree: Tree;
  chart: string;
  own: Place;
  /** Where `tree` comes from. */
  placement: Placement;
}

export interface HelmLogs {
  /** Takes the engine's reads. */
  reads: ReadLog;
  /** Takes what this room reads of the working tree. */
  log: ReadLog;
}

export async function renderHelm(
  helm: HelmSource,
  context: SourceContext,
  logs: HelmLogs,
  locate: (template: string) => SourceLocation[],
): Promise<SourceResult> {
  const { places, mounts } = await referencedPlaces(helm, context, logs.log);
  const rules = { ...helm, references: places, refNames: refNames(context) };
  const remote = await remoteFiles(helm.source.helm ?? {}, rules, context.sources, logs.log);
  const all: TreeMount[] = [...mounts, ...remote.mounts];
  const tree = all.length === 0 ? helm.tree : context.trees.mount(helm.tree, all);
  const request = helmRequest(helm.source.helm ?? {}, { ...context, ...rules, remote: remote.files });
  let fetched: FetchedChart = () => undefined;
  const result = await withCharts(tree, context, logs.log, (mounted, charts) => {
    fetched = (name) => charts.filter(({ chart }) => chart === name).map((ref) => mounted.read(chartPath(ref)))[0];
    return context.engines.helm(mounted, {
      ...request,
      dependencies: Object.fromEntries(charts.map((ref) => [`${ref.chart}-${ref.version}`, chartPath(ref)])),
    });
  });
  logs.reads.add(result.reads);
  const produced = result.resources.map(({ manifest, template }) => ({ manifest, at: locate(template) }));
  return { produced, notices: unread(helm, request, { context, fetched }) };
}

/** Values of the Application that the chart never reads; a chart without any given is not looked at. */
function unread(
  { source, tree, own, placement }: HelmSource,
  request: HelmRequest,
  { context, fetched }: { context: SourceContext; fetched: FetchedChart },
): SourceNotice[] {
  const files = placement.kind === "working" ? tree : undefined;
  const given = givenByApplication(source, request, { files, context });
  if (given.every(({ values }) => values === undefined)) return [];
  const facts = chartFacts(own.tree, own.directory, fetched);
  return facts === undefined ? [] : valuesNotices(given, facts);
}

/** With a single source, `$name` is a build variable or nothing. */
function refNames({ multiple, siblings }: SourceContext): string[] | undefined {
  return multiple ? siblings.flatMap(({ ref }) => ref || []) : undefined;
}
