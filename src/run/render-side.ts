import { renderRepository } from "../gitops/render.ts";
import type { Rerenderer } from "../gitops/render-again.ts";
import type { RenderedRepository } from "../gitops/rendered-repository.ts";
import type { Engines } from "../engine/index.ts";
import { mount, openRevision, type Tree } from "../tree/index.ts";
import { apiVersionsOf } from "./api-versions.ts";
import { keptEngines } from "./kept-engines.ts";
import type { Outside } from "./outside.ts";
import type { Results } from "./results.ts";
import { warmingCache } from "./warm.ts";
import type { Workspace } from "./workspace.ts";

export interface SideContext {
  workspace: Workspace;
  engines: Engines;
  outside: Outside;
  results: Results;
}

/** Renders one side of the comparison: the working copy or the base revision. */
export async function renderSide(
  tree: Tree,
  { workspace, engines, outside, results }: SideContext,
): Promise<RenderedRepository & { again: Rerenderer }> {
  const { configuration, schemas, kubernetesVersion, repositories, branches, revision } = workspace;
  return renderRepository({
    tree,
    engines: keptEngines(engines, results, tree),
    sources: outside.sources,
    cache: warmingCache(results.renderings, engines),
    remember: results.remember,
    trees: {
      treeAt: outside.treeAt,
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
