import { renderRepository } from "../gitops/render.ts";
import type { Rerenderer } from "../gitops/render-again.ts";
import type { RenderedRepository } from "../gitops/rendered-repository.ts";
import type { Sources } from "../gitops/sources.ts";
import type { Engines } from "../engine/index.ts";
import { SlipwayError } from "../model/error.ts";
import { mount, openRevision, type Tree } from "../tree/index.ts";
import { apiVersionsOf } from "./api-versions.ts";
import { keptEngines } from "./kept-engines.ts";
import type { Results } from "./results.ts";
import { lookupOrWarm } from "./warm.ts";
import type { Workspace } from "./workspace.ts";

export interface SideContext {
  workspace: Workspace;
  engines: Engines;
  sources: Sources;
  results: Results;
}

/** Renders one side of the comparison: the working copy or the base revision. */
export async function renderSide(
  tree: Tree,
  { workspace, engines, sources, results }: SideContext,
): Promise<RenderedRepository & { again: Rerenderer }> {
  const { root, configuration, schemas, kubernetesVersion, repositories, branches, revision } = workspace;
  return renderRepository({
    tree,
    engines: keptEngines(engines, results, tree),
    sources,
    cache: { ...results.renderings, lookup: lookupOrWarm(results.renderings, engines) },
    remember: results.remember,
    trees: {
      treeAt: once((ref) => openIfThere(root, ref)),
      open: (directory, commit) => openRevision(directory, commit),
      mount,
    },
    options: {
      repositories,
      branches: [...branches, revision],
      revision,
      kubernetesVersion,
      apiVersions: apiVersionsOf(schemas, kubernetesVersion),
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

/** Many Applications may be pinned to the same revision. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
