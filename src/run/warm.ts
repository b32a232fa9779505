import { posix } from "node:path";
import type { Engines } from "../engine/index.ts";
import { contentId } from "../gitops/content-id.ts";
import type { RenderCache } from "../gitops/render-application.ts";
import { matchesDoubleStar } from "../gitops/glob.ts";
import { kustomizationNames } from "../gitops/source-type.ts";
import type { Tree } from "../tree/index.ts";
import type { Results } from "./results.ts";

/**
 * Begins to load the engines that the files of a tree call for, while it is being read; not for a tree that an earlier run has seen, because
 * then nothing will be rendered.
 */
export function warmFor(
  tree: Tree,
  engines: Pick<Engines, "warm">,
  { results, ignore }: { results: Pick<Results, "remember">; ignore: readonly string[] },
): void {
  results.remember("tree", contentId(tree), () => {
    const files = [...tree.files()];
    const has = (names: readonly string[]): boolean =>
      files.some(
        (file) => names.includes(posix.basename(file)) && !ignore.some((pattern) => matchesDoubleStar(pattern, file)),
      );
    if (has(kustomizationNames)) engines.warm("kustomize");
    if (has(["Chart.yaml"])) engines.warm("helm");
    engines.warm("kubeconform");
    return true;
  });
}

/** What is rendered anew will be validated and reviewed too: those engines are made ready while the others are at work. */
export function warmingCache({ lookup, store }: RenderCache, engines: Pick<Engines, "warm" | "load">): RenderCache {
  let warm = false;
  let loaded = false;
  return {
    lookup(request, tree) {
      const known = lookup(request, tree);
      if (known === undefined && !warm) {
        warm = true;
        engines.warm("kubeconform");
      }
      return known;
    },
    store(request, rendering) {
      store(request, rendering);
      // Not sooner: the engines that render are awaited, this one is not yet.
      if (!loaded) engines.load("apiserver");
      loaded = true;
    },
  };
}
