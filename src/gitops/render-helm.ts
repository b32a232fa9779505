import type { SourceLocation } from "../model/resource.ts";
import { archiveTree } from "./archive-tree.ts";
import type { BuildEnvironment } from "./build-environment.ts";
import type { ChartRef, FileTree, Tree, TreeMount } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";
import { withCharts } from "./fetching.ts";
import { helmRequest } from "./helm-source.ts";
import { mountCharts, placeRepository } from "./placement.ts";
import { chartPath } from "../tree/index.ts";
import type { Produced, ReadLog } from "./produced.ts";
import type { ApplicationSource } from "./schema-source.ts";

import { environmentOf, type SourceContext } from "./source-context.ts";
import type { Place } from "./value-files.ts";
import { Where } from "./where.ts";

/** Renders a chart of a chart repository or an OCI registry, fetched beforehand. */
export async function renderChart(
  source: ApplicationSource,
  ref: ChartRef,
  context: SourceContext,
  log: ReadLog,
): Promise<Produced[]> {
  const tree = await mountCharts(log.watch(context.tree), [ref], context, log);
  const chart = chartPath(ref);
  // Opened only when asked: most charts bring no value files of their own that anyone names.
  let opened: FileTree | undefined;
  const inside = (): FileTree => (opened ??= archiveTree(tree.read(chart) ?? new Uint8Array()));
  const own: Place = {
    tree: { read: (path) => inside().read(path), list: (path) => inside().list(path) },
    directory: "",
    root: undefined,
  };
  const helm = { source, environment: environmentOf(source, context), tree, chart, own, working: true };
  const where = new Where(false, context.at, `${ref.chart} ${ref.version}`);
  return renderHelm(helm, context, { reads: log, log }, (template) => where.file(template));
}

export interface HelmSource {
  source: ApplicationSource;
  environment: BuildEnvironment;
  tree: Tree;
  chart: string;
  own: Place;
  /** Whether `tree` is this repository's working tree, with or without fetched charts. */
  working: boolean;
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
): Promise<Produced[]> {
  const { places, mounts } = await referencedPlaces(helm, context, logs.log);
  const tree = mounts.length === 0 ? helm.tree : context.trees.mount(helm.tree, mounts);
  const refNames = context.multiple ? context.siblings.flatMap(({ ref }) => ref || []) : undefined;
  const request = helmRequest(helm.source.helm ?? {}, { ...context, ...helm, references: places, refNames });
  const result = await withCharts(tree, context, logs.log, (mounted, charts) =>
    context.engines.helm(mounted, {
      ...request,
      dependencies: Object.fromEntries(charts.map((ref) => [`${ref.chart}-${ref.version}`, chartPath(ref)])),
    }),
  );
  logs.reads.add(result.reads);
  return result.resources.map(({ manifest, template }) => ({ manifest, at: locate(template) }));
}

interface References {
  places: Map<string, Place>;
  mounts: TreeMount[];
}

/** Each `ref` that is named gets the root of its repository; the ones nobody names are not fetched. */
async function referencedPlaces(helm: HelmSource, context: SourceContext, log: ReadLog): Promise<References> {
  const options = helm.source.helm;
  const named = [...(options?.valueFiles ?? []), ...(options?.fileParameters ?? []).map(({ path }) => path ?? "")];
  const used = new Set(named.map((file) => file.split("/", 1)[0]));
  const found: References = { places: new Map(), mounts: [] };
  for (const sibling of context.siblings) {
    const { ref } = sibling;
    if (!ref) continue;
    checkReference(sibling, ref, found.places);
    if (!used.has(`$${ref}`)) continue;
    const { tree, kind } = await placeRepository(sibling, context);
    if (kind === "working" && helm.working) {
      found.places.set(ref, { tree: log.watch(tree), directory: "", root: "" });
    } else {
      const root = `.slipway/sources/${ref}`;
      found.mounts.push({ path: root, tree });
      found.places.set(ref, { tree: kind === "working" ? log.watch(tree) : tree, directory: "", root });
    }
  }
  return found;
}

function checkReference(sibling: ApplicationSource, ref: string, places: ReadonlyMap<string, Place>): void {
  const problem = places.has(ref)
    ? `Two sources have the same \`ref\`, ${ref}`
    : !/^[a-zA-Z0-9_-]+$/.test(ref)
      ? `The \`ref\` ${ref} may only have letters, digits, "_" and "-"`
      : sibling.chart
        ? `The \`ref\` ${ref} is a chart; only Git repositories can be referenced`
        : undefined;
  if (problem !== undefined) throw new RenderFailure("render/failed", problem);
}
