import { join } from "node:path";
import { openWorkingCopy, recorded } from "../../tree/index.ts";
import { createFolder } from "../../tree/testing/repository.ts";
import { openCache } from "./cache.ts";
import type { Cache } from "./cache.ts";

/** A small repository, and a cache of twelve results as an earlier run over it left it. */
export async function cacheFixture() {
  const repository = createFolder({ "a/x.yaml": "x", "a/y.yaml": "y", "b/z.yaml": "z" });
  const caches = createFolder();
  const tree = await openWorkingCopy(repository.root);
  const bodies = Array.from({ length: 12 }, (_, at) => ({
    manifests: [{ kind: "Secret", n: at, text: "å".repeat(at * 50) }],
  }));
  let files = 0;
  const newPath = () => join(caches.root, `folder ${++files}`, "renders");
  const readsOf = (paths: string[], listings: string[] = []) => {
    const noted = recorded(tree);
    for (const path of paths) noted.tree.read(path);
    for (const path of listings) noted.tree.list(path);
    return noted.reads();
  };
  return {
    folder: caches.root,
    tree,
    /** The results, by the keys "0" … "11". */
    bodies,
    nothing: bodies.map(() => undefined),
    newPath,
    readsOf,
    filled(path = newPath()): string {
      const cache = openCache({ path, stamp: "v1" });
      for (const [at, body] of bodies.entries()) {
        cache.put(String(at), { reads: readsOf(["a/x.yaml", `none-${at}`], ["a"]), facts: { at }, body });
      }
      const { failed } = cache.save();
      if (failed) throw new Error(failed);
      return path;
    },
    /** What a run gets: per key the body, or undefined where it has to render. */
    answers(cache: Cache): unknown[] {
      const found = bodies.map((_, at) => cache.find(String(at), tree)?.body());
      cache.close();
      return found;
    },
    remove() {
      repository[Symbol.dispose]();
      caches[Symbol.dispose]();
    },
  };
}
