import type { SourceLocation } from "../model/resource.ts";
import { manifestFiles, renderFiles } from "./directory-source.ts";
import { placedIn, RenderFailure } from "./failure.ts";
import { withCharts } from "./fetching.ts";
import { thisRepository } from "./implicit.ts";
import { isObject } from "./json.ts";
import { kustomizeRequest } from "./kustomize-source.ts";
import { chartOf, placeRepository } from "./placement.ts";
import { type Produced, ReadLog } from "./produced.ts";
import { renderChart, renderHelm } from "./render-helm.ts";
import type { ApplicationSource } from "./schema-source.ts";
import { environmentOf, type SourceContext } from "./source-context.ts";
import { join, sourcePath } from "./source-paths.ts";
import { sourceType, withOverrides } from "./source-type.ts";
import type { Tree } from "./contracts.ts";
import { Where } from "./where.ts";

export interface SourceNotice {
  rule: "gitops/jsonnet" | "gitops/plugin";
  message: string;
  at: SourceLocation[];
}

export interface SourceResult {
  produced: Produced[];
  notices: SourceNotice[];
}

/** A source found and read: everything needed to run its engine. */
interface FoundSource {
  source: ApplicationSource;
  tree: Tree;
  directory: string;
  /** Where engine reads go: they count only when the files are this repository's own. */
  reads: ReadLog;
  log: ReadLog;
  where: Where;
}

/** Renders one source. Throws a RenderFailure when it cannot be. */
export async function renderSource(
  source: ApplicationSource,
  context: SourceContext,
  log: ReadLog,
): Promise<SourceResult> {
  if (source.ref && !source.path && !source.chart) return { produced: [], notices: [] };
  const chart = chartOf(source);
  if (chart !== undefined) return { produced: await renderChart(source, chart, context, log), notices: [] };
  const placement = await placeRepository(source, context);
  const working = placement.kind === "working";
  const tree = working ? log.watch(placement.tree) : placement.tree;
  const directory = sourcePath(source.path ?? "");
  if (tree.lookup(directory)?.type !== "directory") {
    throw new RenderFailure("render/failed", `The source path ${source.path} does not exist in ${tree.describe()}`);
  }
  const merged = withOverrides(source, tree, directory, context.applicationName);
  const reads = working ? log : new ReadLog();
  const found = { source: merged, tree, directory, reads, log, where: new Where(working, context.at, source.repoURL) };
  try {
    return await renderFound(found, working, context);
  } catch (error) {
    throw error instanceof RenderFailure ? placedIn(error, working ? tree : undefined) : error;
  }
}

async function renderFound(found: FoundSource, working: boolean, context: SourceContext): Promise<SourceResult> {
  const { source, tree, directory, reads, log, where } = found;
  const type = sourceType(source, tree, directory);
  if (type === "plugin") return { produced: [], notices: [pluginNotice(source, context)] };
  if (type === "directory") return renderDirectory(found, context);
  if (type === "kustomize") return { produced: await renderKustomize(found, context), notices: [] };
  const helm = {
    source,
    environment: environmentOf(source, context),
    tree,
    chart: directory,
    own: { tree, directory, root: "" },
    working,
  };
  const locate = (template: string): SourceLocation[] => where.file(chartFile(directory, template));
  return { produced: await renderHelm(helm, context, { reads, log }, locate), notices: [] };
}

function pluginNotice(source: ApplicationSource, context: SourceContext): SourceNotice {
  const name = source.plugin?.name ?? "that Argo CD would choose";
  const message = `The config-management plugin ${name} is not run here, so its output is not checked`;
  return { rule: "gitops/plugin", message, at: [...context.at] };
}

async function renderDirectory(
  { source, tree, directory, where }: FoundSource,
  context: SourceContext,
): Promise<SourceResult> {
  const files = manifestFiles(tree, directory, source.directory ?? {});
  const { produced, jsonnet } = await renderFiles(tree, files, context.engines);
  const notices = jsonnet.map((file): SourceNotice => {
    const message = `${file} is Jsonnet, which is not evaluated here, so what it makes is not checked`;
    return { rule: "gitops/jsonnet", message, at: where.file(file) };
  });
  return { produced: produced.map(({ manifest, at }) => ({ manifest, at: where.moved(at) })), notices };
}

async function renderKustomize(found: FoundSource, context: SourceContext): Promise<Produced[]> {
  const { source, tree, directory, where } = found;
  const request = {
    ...kustomizeRequest(source.kustomize, {
      ...context,
      tree,
      directory,
      environment: environmentOf(source, context),
    }),
    // Whoever deploys what no Application declares may build without that restriction, as Flux does.
    ...(source.repoURL === thisRepository && { loadRestrictor: "none" as const }),
  };
  const result = await withCharts(tree, context, found.log, (mounted) => context.engines.kustomize(mounted, request));
  found.reads.add(result.reads);
  const fallback = join(directory, "kustomization.yaml");
  return result.resources.flatMap(({ manifest, origin }) =>
    isObject(manifest) ? [{ manifest, at: where.file(origin?.path ?? fallback) }] : [],
  );
}

/** Helm names templates after the chart; the chart's folder may have any name. */
function chartFile(directory: string, template: string): string {
  return join(directory, template.slice(template.indexOf("/") + 1));
}
