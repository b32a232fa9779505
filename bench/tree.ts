import { performance } from "node:perf_hooks";
import { openRevision, openWorkingCopy, resolveBase } from "../src/tree/index.ts";
import { createTrees } from "../src/tree/snapshot.ts";

/** `node --conditions=source bench/tree.ts REPOSITORY [REF]`: medians in milliseconds of what a run does to files before it renders. */
const [root = ".", ref = "HEAD"] = process.argv.slice(2);

await median("open the working copy", () => openWorkingCopy(root));
const head = await openWorkingCopy(root);
await median("resolve the base", () => resolveBase(root, ref));
await median("open the base, like the working copy", () => openRevision(root, ref, { like: head }));
await median("open the base, everything loaded", () => openRevision(root, ref));
await median("clone and rebuild in a worker", () => {
  const trees = createTrees();
  for (const part of structuredClone(head.snapshot())) trees.add(part);
  return trees.get(head.snapshot().at(-1)?.id ?? 0).lookup("");
});
const paths = [...head.files()];
await median(`look up ${paths.length} ids`, () => paths.map((path) => head.lookup(path)?.id));
await median(`read ${paths.length} files`, () => paths.map((path) => head.read(path)));
const base = await openRevision(root, ref);
await median(`read ${paths.length} files of the base`, () => paths.map((path) => base.read(path)));

async function median(name: string, run: () => unknown): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  process.stdout.write(`${(times[4] ?? 0).toFixed(1).padStart(8)} ms  ${name}\n`);
}
