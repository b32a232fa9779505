import { posix } from "node:path";
import type { Engines } from "../engine/index.ts";
import { contentId } from "../gitops/content-id.ts";
import type { RenderCache } from "../gitops/render-application.ts";
import { kustomizationNames } from "../gitops/source-type.ts";
import type { Tree } from "../tree/index.ts";
import type { Results } from "./results.ts";

/**
 * Begins to load the engines that the files of a tree call for, while it is being read; not for a tree that an earlier run has seen, because
 * then nothing will be rendered.
 */
export function warmFor(tree: Tree, engines: Pick<Engines, "warm">, { remember }: Pick<Results, "remember">): void {
  remember("tree", contentId(tree), () => {
    const names = new Set([...tree.files()].map((file) => posix.basename(file)));
    if (kustomizationNames.some((name) => names.has(name))) engines.warm("kustomize");
    if (names.has("Chart.yaml")) engines.warm("helm");
    engines.warm("kubeconform");
    return true;
  });
}

/** What is rendered anew will be validated too: that engine starts while the others are at work. */
export function lookupOrWarm({ lookup }: RenderCache, engines: Pick<Engines, "warm">): RenderCache["lookup"] {
  let warm = false;
  return (request, tree) => {
    const known = lookup(request, tree);
    if (known === undefined && !warm) {
      warm = true;
      engines.warm("kubeconform");
    }
    return known;
  };
}
