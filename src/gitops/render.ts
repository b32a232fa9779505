import { argoNamespaceOf } from "./argo-namespace.ts";
import { readSettings } from "./argo-settings.ts";
import { declaredSettings } from "./declared-settings.ts";
import { discover } from "./discover.ts";
import { Forest } from "./forest.ts";
import { matchesDoubleStar } from "./glob.ts";
import { manifestsUnit, uncoveredManifests } from "./implicit.ts";
import { readLayout, rememberNothing } from "./layout.ts";
import type { RenderRequest } from "./options.ts";
import { type Rerenderer, rerenderer } from "./render-again.ts";
import { conclude, type RenderedRepository } from "./rendered-repository.ts";
import { seedsOf } from "./seeds.ts";
import { growDeclared, growImplicit } from "./stages.ts";
import { placementOf, renderUnit, worldOf } from "./workshop.ts";

/**
 * Renders a repository as Argo CD would: declared Applications and what they create, to the bottom; then everything no
 * Application points to. A failure stays with the Application it happened in.
 */
export async function renderRepository(request: RenderRequest): Promise<RenderedRepository & { again: Rerenderer }> {
  const { tree, options, remember = rememberNothing } = request;
  const ignored = (path: string): boolean => (options.ignore ?? []).some((pattern) => matchesDoubleStar(pattern, path));
  const layout = readLayout(tree, ignored, remember);
  const discovered = discover(tree, layout, remember);
  const argoNamespace = options.argoNamespace ?? argoNamespaceOf(discovered);
  const placement = placementOf(request, discovered, argoNamespace);
  const world = worldOf(request, placement);
  const settings = declaredSettings(tree, layout, remember);
  const { kustomize } = readSettings(settings);
  const forest = new Forest({
    world,
    argoNamespace,
    render: (unit) => renderUnit(unit, request, placement, kustomize),
  });
  const stage = { forest, layout, tree, identity: placement.identity };
  await growDeclared(seedsOf(discovered, { layout, identity: placement.identity, world, argoNamespace }), stage);
  await growImplicit(stage);
  const plain = uncoveredManifests(tree, layout, forest.filesRead(), remember);
  const folders = [...plain].map(([directory, files]) => manifestsUnit(directory, files, layout));
  for (const unit of folders) unit.outcome = await renderUnit(unit, request, placement, kustomize);
  const owned = layout.owned;
  const repository = conclude({ forest, folders, discovered, options, argoNamespace, owned, tree, settings });
  return { ...repository, again: rerenderer(request, placement, kustomize) };
}
