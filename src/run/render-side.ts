import { renderRepository } from "../gitops/render.ts";
import type { RenderCache } from "../gitops/render-application.ts";
import type { RenderedRepository } from "../gitops/rendered-repository.ts";
import type { Sources } from "../gitops/sources.ts";
import type { Engines } from "../engine/index.ts";
import { SlipwayError } from "../model/error.ts";
import { mount, openRevision, type Tree } from "../tree/index.ts";
import type { Workspace } from "./workspace.ts";

export interface SideContext {
  workspace: Workspace;
  engines: Engines;
  sources: Sources;
  cache: RenderCache;
}

/** Renders one side of the comparison: the working copy or the base revision. */
export async function renderSide(
  tree: Tree,
  { workspace, engines, sources, cache }: SideContext,
): Promise<RenderedRepository> {
  const { root, configuration, schemas, kubernetesVersion, repositories, branches, revision } = workspace;
  return renderRepository({
    tree,
    engines,
    sources,
    cache,
    trees: {
      treeAt: (ref) => openIfThere(root, ref),
      open: (directory, commit) => openRevision(directory, commit),
      mount,
    },
    options: {
      repositories,
      branches: [...branches, revision],
      revision,
      kubernetesVersion,
      clusters: configuration.clusters,
      pullRequests: configuration.pullRequests.map((sample) => ({ ...sample, headSha: sample.headSha ?? revision })),
      ignore: configuration.ignore,
      scopeOf: (apiVersion, kind) => schemas.scopeOf({ version: kubernetesVersion, apiVersion, kind }),
    },
  });
}

async function openIfThere(root: string, ref: string): Promise<Tree | undefined> {
  try {
    return await openRevision(root, ref);
  } catch (error) {
    if (error instanceof SlipwayError && (error.code === "SLW-BASE" || error.code === "SLW-USAGE")) return undefined;
    throw error;
  }
}
