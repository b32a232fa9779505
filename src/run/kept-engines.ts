import { createHash } from "node:crypto";
import type { Engines } from "../engine/index.ts";
import type { Reads } from "../model/rendered.ts";
import type { Tree } from "../tree/index.ts";
import type { Results } from "./results.ts";

const noReads: Reads = { files: {}, listings: {} };

/**
 * The engines, with those answers kept between runs that do not end up in a rendering, which is kept as a whole: what a Go template gave, and
 * which charts a source wants first. A chart that cannot be had would otherwise start an engine in every run.
 */
export function keptEngines(engines: Engines, results: Results, tree: Tree): Engines {
  const wanting = <T extends { needs: readonly unknown[]; reads: Reads }>(
    operation: string,
    over: Tree,
    request: unknown,
    make: () => Promise<T>,
  ): Promise<T> => {
    const mounts = mountsOf(over);
    if (mounts === undefined) return make();
    return results.recall(keyOf(operation, [request, mounts]), over, async () => {
      const value = await make();
      return { value, reads: value.needs.length > 0 ? value.reads : undefined };
    });
  };
  return {
    ...engines,
    kustomize: (over, request, rest) =>
      wanting("kustomize", over, request, () => engines.kustomize(over, request, rest)),
    helm: (over, request, rest) => wanting("helm", over, request, () => engines.helm(over, request, rest)),
    goTemplate: (requests, rest) =>
      results.recall(keyOf("go template", requests), tree, async () => ({
        value: await engines.goTemplate(requests, rest),
        reads: noReads,
      })),
  };
}

const keyOf = (operation: string, request: unknown): string =>
  `${operation} ${createHash("sha256").update(JSON.stringify(request)).digest("hex")}`;

/** The fetched files in a tree; undefined where whole trees are mounted, which have no lasting name. */
function mountsOf(tree: Tree): [path: string, id: string][] | undefined {
  const mounts = tree.snapshot().flatMap((part) => (part.type === "mount" ? part.mounts : []));
  const files = mounts.flatMap((mount): [string, string][] => ("id" in mount ? [[mount.path, mount.id]] : []));
  return files.length === mounts.length ? files : undefined;
}
