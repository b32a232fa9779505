import { createHash } from "node:crypto";
import type { KustomizeBuild } from "./argo-settings.ts";
import type { GeneratorWorld } from "./applicationset/context.ts";
import type { Discovered } from "./discover.ts";
import { renderFiles } from "./directory-source.ts";
import { asFailure } from "./failure.ts";
import { identify } from "./identity.ts";
import { flattenLists } from "./normalize.ts";
import type { RenderRequest } from "./options.ts";
import { type PlacementContext, placeRepository } from "./placement.ts";
import { type Produced, ReadLog } from "./produced.ts";
import { type Outcome, renderApplication } from "./render-application.ts";
import { declaredUnit } from "./seeds.ts";
import type { Unit } from "./unit.ts";

export function placementOf(request: RenderRequest, discovered: Discovered, argoNamespace: string): PlacementContext {
  const { tree, trees, sources, options } = request;
  const applications = discovered.applications.map((declared) => declaredUnit(declared, argoNamespace).application);
  const identity = identify(options.repositories, applications, discovered.applicationSets, tree);
  return { tree, trees, sources, identity, branches: new Set(options.branches) };
}

export function worldOf({ engines, options }: RenderRequest, placement: PlacementContext): GeneratorWorld {
  return {
    clusters: options.clusters ?? [],
    pullRequests: options.pullRequests ?? [],
    render: (requests) => engines.goTemplate(requests),
    treeOf: async (repoURL, targetRevision) => {
      try {
        return (await placeRepository({ repoURL, targetRevision }, placement)).tree;
      } catch (error) {
        return { unavailable: asFailure(error, "The repository cannot be read").message };
      }
    },
  };
}

export async function renderUnit(
  unit: Unit,
  request: RenderRequest,
  placement: PlacementContext,
  kustomizeBuild: KustomizeBuild,
): Promise<Outcome> {
  if (unit.files !== undefined) return renderLoose(unit.files, request);
  const { engines, options, cache } = request;
  return renderApplication(unit.application, {
    ...placement,
    engines,
    revision: options.revision,
    kubeVersion: options.kubernetesVersion,
    apiVersions: options.apiVersions ?? [],
    kustomizeBuild,
    cache,
  });
}

/** Manifests nobody renders. A broken file is left to the yaml check; its neighbours are read all the same. */
async function renderLoose(files: readonly string[], { tree, engines, cache }: RenderRequest): Promise<Outcome> {
  const digest = createHash("sha256")
    .update(JSON.stringify(["manifests", files]))
    .digest("hex");
  const known = cache?.lookup(digest, tree);
  if (known !== undefined) return { ok: true, rendering: known, reused: true };
  const log = new ReadLog();
  const watched = log.watch(tree);
  const found = await Promise.all(files.map((file) => renderFiles(watched, [file], engines).catch(() => undefined)));
  const produced: Produced[] = found.flatMap((one) => one?.produced ?? []);
  const rendering = { produced: flattenLists(produced), notices: [], reads: log.result(), charts: [], files: [] };
  cache?.store(digest, rendering);
  return { ok: true, rendering, reused: false };
}
