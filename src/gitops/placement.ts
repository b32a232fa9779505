import { chartPath } from "../tree/index.ts";
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
      },
    );
  }
  const found = await context.sources.git(source.repoURL, revision === "" ? "HEAD" : revision);
  if ("unavailable" in found) throw unavailableSource(`${source.repoURL} at ${revision || "HEAD"}`, found);
  return { tree: await context.trees.open(found.directory, found.commit), kind: "elsewhere" };
}

function unavailableSource(what: string, { unavailable: reason, hint, rule }: Unavailable): RenderFailure {
  const own = rule === "sources/digest-mismatch" ? rule : "render/source-unavailable";
  return new RenderFailure(own, `${what} could not be fetched`, {
    detail: reason,
    ...(hint !== undefined && { hint }),
  });
}

/** The chart a source names: from a chart repository, or an OCI artifact that is the chart itself. */
export function chartOf(source: ApplicationSource): ChartRef | undefined {
  const version = source.targetRevision ?? "";
  if (source.chart) return { repository: source.repoURL, chart: source.chart, version };
  return source.repoURL.startsWith("oci://") ? { repository: source.repoURL, chart: "", version } : undefined;
}

/** Fetches charts, notes which content they turned out to have, and returns the tree with them in it. */
export async function mountCharts(
  tree: Tree,
  refs: readonly ChartRef[],
  context: Pick<PlacementContext, "sources" | "trees">,
  log: ReadLog,
): Promise<Tree> {
  const fetched = await Promise.all(refs.map(async (ref) => ({ ref, found: await context.sources.chart(ref) })));
  const missing = fetched.flatMap(({ ref, found }) => ("unavailable" in found ? [{ ref, found }] : []));
  if (missing.length > 0) throw unavailableCharts(missing);
  const mounts = fetched.flatMap(({ ref, found }) => {
    if ("unavailable" in found) return [];
    if (found.contents === "files")
      throw new RenderFailure(
        "render/source-unavailable",
        `${ref.repository} holds plain files, and only OCI artifacts that are charts are rendered here`,
      );
    log.addChart({ ref, id: found.id, locked: found.locked ?? true });
    return [{ path: chartPath(ref), file: found.file, id: found.id }];
  });
  return context.trees.mount(tree, mounts);
}

/** All of them at once, so that they can be mended at once; a wrong digest weighs more than an absent chart. */
function unavailableCharts(missing: readonly { ref: ChartRef; found: Unavailable }[]): RenderFailure {
  const gravest = missing.find(({ found }) => found.rule === "sources/digest-mismatch") ?? missing[0];
  const names = missing.map(({ ref }) => `${ref.chart || ref.repository} ${ref.version}`).join(", ");
  const unavailable = [...new Set(missing.map(({ found }) => found.unavailable))].join("\n");
  return unavailableSource(`${missing.length === 1 ? "Chart" : "Charts"} ${names}`, { ...gravest?.found, unavailable });
}
