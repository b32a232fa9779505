import { posix } from "node:path";
import type { Severity } from "../model/finding.ts";
import type { SourceLocation } from "../model/resource.ts";
import { blamed } from "./blame.ts";
import { manifestFiles, renderFiles } from "./directory-source.ts";
import { asFailure, placedIn, RenderFailure } from "./failure.ts";
import { withCharts } from "./fetching.ts";
import { thisRepository } from "./implicit.ts";
import { isObject } from "./json.ts";
import { kustomizeRequest } from "./kustomize-source.ts";
import { archiveOf, placeArchive, type Placement, placeRepository } from "./placement.ts";
import { type Produced, ReadLog } from "./produced.ts";
import { renderHelm } from "./render-helm.ts";
import type { ApplicationSource } from "./schema-source.ts";
import { environmentOf, type SourceContext } from "./source-context.ts";
import { join, sourcePath } from "./source-paths.ts";
import { sourceType, withOverrides } from "./source-type.ts";
import type { FieldPath } from "./yaml-positions.ts";
import type { FileTree, Tree } from "./contracts.ts";
import type { Reads } from "../model/rendered.ts";
import { kustomizedValues } from "./values/kustomize-charts.ts";
import { Where } from "./where.ts";

export interface SourceNotice {
  rule: "gitops/jsonnet" | "gitops/plugin" | "sources/unlocked" | "wiring/unread-value";
  message: string;
  hint?: string;
  /** Where it is not the rule's. */
  severity?: Severity;
  at: SourceLocation[];
  /** The field of the Application that it is about, rather than a file. */
  field?: FieldPath;
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
  placement: Placement;
}

/** Renders one source. Throws a RenderFailure when it cannot be, with the field of the source that is to blame. */
export async function renderSource(
  source: ApplicationSource,
  context: SourceContext,
  log: ReadLog,
): Promise<SourceResult> {
  if (source.ref && !source.path && !source.chart) return { produced: [], notices: [] };
  const archive = archiveOf(source);
  let own: Tree | undefined;
  try {
    const placement = await (archive ? placeArchive(archive, context, log) : placeRepository(source, context));
    own = placement.kind === "working" ? placement.tree : undefined;
    return await renderPlaced(source, placement, context, log);
  } catch (error) {
    const failure = asFailure(error, `${context.applicationName} does not render`);
    // Value files of a fetched chart may lie here.
    const placed = placedIn(failure, archive === undefined ? own : context.tree);
    throw blamed(placed, { source, directory: posix.join(source.path ?? "", "."), tree: own });
  }
}

async function renderPlaced(
  source: ApplicationSource,
  placement: Placement,
  context: SourceContext,
  log: ReadLog,
): Promise<SourceResult> {
  const working = placement.kind === "working";
  const tree = working ? log.watch(placement.tree) : placement.tree;
  // Of a chart there is only the whole.
  const directory = source.chart ? "" : sourcePath(source.path ?? "");
  if (tree.lookup(directory)?.type !== "directory") {
    const message = `The source path ${source.path} does not exist in ${tree.describe()}`;
    throw new RenderFailure("render/failed", message, { field: ["path"] });
  }
  const merged = withOverrides(source, tree, directory, context.applicationName);
  const reads = working ? log : new ReadLog();
  const origin = source.chart ? `${source.chart} ${source.targetRevision}` : source.repoURL;
  const where = new Where(working, context.at, origin);
  const revision = placement.resolved ?? context.revision;
  return renderFound({ source: merged, tree, directory, reads, log, where, placement }, { ...context, revision });
}

async function renderFound(found: FoundSource, context: SourceContext): Promise<SourceResult> {
  const { source, tree, directory, reads, log, where, placement } = found;
  const type = sourceType(source, tree, directory);
  if (type === "plugin") return { produced: [], notices: [pluginNotice(source, context)] };
  if (type === "directory") return renderDirectory(found, context);
  if (type === "kustomize") return renderKustomize(found, context);
  const helm = {
    source,
    environment: environmentOf(source, context),
    tree,
    chart: directory,
    own: { tree, directory, root: "" },
    placement,
  };
  const locate = (template: string): SourceLocation[] => where.file(chartFile(directory, template));
  return renderHelm(helm, context, { reads, log }, locate);
}

function pluginNotice(source: ApplicationSource, context: SourceContext): SourceNotice {
  const name = source.plugin?.name ?? "that Argo CD would choose";
  const message = `The config-management plugin ${name} is not run here, so its output is not checked`;
  return { rule: "gitops/plugin", message, at: [...context.at], field: ["plugin"] };
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

async function renderKustomize(found: FoundSource, context: SourceContext): Promise<SourceResult> {
  const { source, tree, directory, where } = found;
  const request = {
    ...kustomizeRequest(source.kustomize, {
      ...context,
      tree,
      directory,
      environment: environmentOf(source, context),
    }),
    // Whoever deploys what no Application declares may build without that restriction, as Flux does.
    loadRestrictor: source.repoURL === thisRepository ? ("none" as const) : context.kustomizeBuild.loadRestrictor,
  };
  let last: FileTree = tree;
  const result = await withCharts(tree, context, found.log, (mounted) => {
    last = mounted;
    return context.engines.kustomize(mounted, request);
  });
  found.reads.add(result.reads);
  const fallback = join(directory, "kustomization.yaml");
  const produced = result.resources.flatMap(({ manifest, origin }) =>
    isObject(manifest) ? [{ manifest, at: where.file(origin?.path ?? fallback) }] : [],
  );
  return { produced, notices: found.reads === found.log ? kustomizedValues(last, filesIn(result.reads)) : [] };
}

const filesIn = ({ files }: Reads): string[] => Object.keys(files).filter((file) => files[file] !== null);

/** Helm names templates after the chart; the chart's folder may have any name. */
function chartFile(directory: string, template: string): string {
  return join(directory, template.slice(template.indexOf("/") + 1));
}
