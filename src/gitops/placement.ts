import { chartPath } from "../tree/index.ts";
import { archiveTree } from "./archive-tree.ts";
import type { ChartRef, Sources, Tree, Trees, Unavailable } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";
import type { ReadLog } from "./produced.ts";
import type { RepositoryIdentity } from "./repository.ts";
import type { ApplicationSource } from "./schema-source.ts";

/** The tree a source lives in, before a path in it is chosen. */
export interface Placement {
  tree: Tree;
  /** `working`: files here are this repository's own, at the revision that is checked. */
  kind: "working" | "revision" | "elsewhere";
  /** Elsewhere, what its revision turned out to mean: a commit, or a chart's version. */
  resolved?: string;
}

export interface PlacementContext {
  tree: Tree;
  trees: Trees;
  sources: Sources;
  identity: RepositoryIdentity;
  /** Branches that mean the working tree: the default branch and the base of the pull request. */
  branches: ReadonlySet<string>;
}

/** Whether a targetRevision means what is being checked rather than something older. */
export function followsBranch(revision: string | undefined, branches: ReadonlySet<string>): boolean {
  if (revision === undefined || revision === "" || revision === "HEAD") return true;
  return branches.has(revision.replace(/^refs\/heads\//, "").replace(/^origin\//, ""));
}

/** Finds the repository of a source at its revision. */
export async function placeRepository(
  source: Pick<ApplicationSource, "repoURL" | "targetRevision">,
  context: PlacementContext,
): Promise<Placement> {
  const revision = source.targetRevision ?? "";
  if (context.identity.isThis(source.repoURL)) {
    if (followsBranch(revision, context.branches)) return { tree: context.tree, kind: "working" };
    const tree = await context.trees.treeAt(revision);
    if (tree !== undefined) return { tree, kind: "revision" };
    throw new RenderFailure(
      "gitops/pinned-revision",
      `The source is pinned to ${revision}, which this clone does not have`,
      {
        hint: "Fetch that revision (actions/checkout: fetch-depth: 0, fetch-tags: true) to have it rendered",
        field: ["targetRevision"],
      },
    );
  }
  const found = await context.sources.git(source.repoURL, revision === "" ? "HEAD" : revision);
  if ("unavailable" in found)
    throw unavailableSource(`${source.repoURL} at ${revision || "HEAD"}`, found, { field: ["repoURL"] });
  const tree = await context.trees.open(found.directory, found.commit);
  return { tree, kind: "elsewhere", resolved: found.commit };
}

/** Why a source was not had, as what is to be said of the Application. */
export function unavailableSource(
  what: string,
  { unavailable: reason, hint, rule }: Unavailable,
  blame: Pick<RenderFailure, "field"> | Pick<RenderFailure, "charts">,
): RenderFailure {
  const own = rule === "sources/digest-mismatch" ? rule : "render/source-unavailable";
  return new RenderFailure(own, `${what} could not be fetched`, {
    detail: reason,
    hint,
    ...blame,
  });
}

/** What a source names that is no Git repository: a chart of a chart repository, or an OCI artifact. */
export function archiveOf(source: ApplicationSource): ChartRef | undefined {
  const version = source.targetRevision ?? "";
  if (source.chart) return { repository: source.repoURL, chart: source.chart, version };
  return source.repoURL.startsWith("oci://") ? { repository: source.repoURL, chart: "", version } : undefined;
}

type ArchiveContext = Pick<PlacementContext, "sources" | "trees">;

/** Fetches a chart or OCI artifact and notes which content it turned out to have; its files are the tree, a chart's without their folder. */
export async function placeArchive(ref: ChartRef, { sources }: ArchiveContext, log: ReadLog): Promise<Placement> {
  const [found] = await fetchCharts([ref], sources, log);
  if (found === undefined) throw new TypeError("one chart was asked for");
  const { file, id, contents, version } = found;
  const isChart = contents !== "files";
  if (ref.chart !== "" && !isChart) throw noChart(ref);
  const name = `${ref.chart || ref.repository} ${version}`;
  return { tree: archiveTree({ file, id, isChart, name }, sources), kind: "elsewhere", resolved: version };
}

/** Fetches charts, notes which content they turned out to have, and returns the tree with them in it. */
export async function mountCharts(
  tree: Tree,
  refs: readonly ChartRef[],
  { sources, trees }: ArchiveContext,
  log: ReadLog,
): Promise<Tree> {
  const mounts = (await fetchCharts(refs, sources, log)).map(({ ref, file, id, contents }) => {
    if (contents === "files") throw noChart(ref);
    return { path: chartPath(ref), file, id };
  });
  return trees.mount(tree, mounts);
}

type Fetched = Exclude<Awaited<ReturnType<Sources["chart"]>>, Unavailable> & { ref: ChartRef };

async function fetchCharts(refs: readonly ChartRef[], sources: Sources, log: ReadLog): Promise<Fetched[]> {
  const asked = await Promise.all(refs.map(async (ref) => ({ ref, found: await sources.chart(ref) })));
  const missing = asked.flatMap(({ ref, found }) => ("unavailable" in found ? [{ ref, found }] : []));
  if (missing.length > 0) throw unavailableCharts(missing);
  return asked.flatMap(({ ref, found }) => {
    if ("unavailable" in found) return [];
    log.addChart({ ref, id: found.id, locked: found.locked ?? true });
    return [{ ref, ...found }];
  });
}

function noChart(ref: ChartRef): RenderFailure {
  const message = `${ref.chart || ref.repository} ${ref.version} holds plain files, but a chart is asked for`;
  return new RenderFailure("render/failed", message, { charts: [ref] });
}

/** All of them at once, so that they can be mended at once; a wrong digest weighs more than an absent chart. */
function unavailableCharts(missing: readonly { ref: ChartRef; found: Unavailable }[]): RenderFailure {
  const gravest = missing.find(({ found }) => found.rule === "sources/digest-mismatch") ?? missing[0];
  const names = missing.map(({ ref }) => `${ref.chart || ref.repository} ${ref.version}`).join(", ");
  const unavailable = [...new Set(missing.map(({ found }) => found.unavailable))].join("\n");
  const charts = missing.map(({ ref }) => ref);
  const kind = missing.some(({ ref }) => ref.chart !== "") ? "Chart" : "Artifact";
  return unavailableSource(
    `${missing.length === 1 ? kind : `${kind}s`} ${names}`,
    { ...gravest?.found, unavailable },
    { charts },
  );
}
