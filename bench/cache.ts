import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCache } from "../src/engine/cache/cache.ts";
import { openWorkingCopy, recorded } from "../src/tree/index.ts";

/** `node --conditions=source bench/cache.ts`: what the render cache costs a run over 1,000 Applications of 15 reads, in milliseconds. */
const applications = 1000;
const root = mkdtempSync(join(tmpdir(), "slipway-bench-cache-"));
const repository = join(root, "repository");
for (let at = 0; at < applications * 3; at++) {
  const folder = join(repository, "apps", `application-${Math.floor(at / 3)}`, "overlays", `stage-${at % 3}`);
  mkdirSync(folder, { recursive: true });
  for (const name of ["kustomization.yaml", "patch.yaml", "values.yaml"])
    writeFileSync(join(folder, name), `${at} ${name}`);
}
const tree = await openWorkingCopy(repository);
const path = join(root, "cache", "renders");
const keys = Array.from({ length: applications }, (_, at) => createHash("sha256").update(String(at)).digest("hex"));
const manifest = (at: number) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: `app-${at}` },
  spec: "x ".repeat(800),
});

const cold = openCache({ path, stamp: "bench" });
time("record the reads and put", () => {
  for (const [at, key] of keys.entries()) {
    const noted = recorded(tree);
    for (let stage = 0; stage < 3; stage++) {
      const folder = `apps/application-${at}/overlays/stage-${stage}`;
      for (const name of ["kustomization.yaml", "patch.yaml", "values.yaml", "Kustomization"])
        noted.tree.read(`${folder}/${name}`);
      noted.tree.list(folder);
    }
    const facts = { resources: [{ apiVersion: "apps/v1", kind: "Deployment", name: `app-${at}` }], findings: [] };
    cold.put(key, { reads: noted.reads(), facts, body: Array.from({ length: 12 }, (_, n) => manifest(n)) });
  }
});
time("save", () => cold.save());
process.stdout.write(`         ${(statSync(path).size / 1024 ** 2).toFixed(1)} MiB\n`);
for (let round = 0; round < 3; round++) {
  const warmTree = await openWorkingCopy(repository);
  const ids = time("ids of the files", () => [...warmTree.files()].map((file) => warmTree.lookup(file)?.id));
  const cache = time("load", () => openCache({ path, stamp: "bench" }));
  const hits = time(`compare with a tree of ${ids.length} files`, () => keys.map((key) => cache.find(key, warmTree)));
  time("bodies", () => hits.map((hit) => hit?.body()));
  cache.close();
}
rmSync(root, { recursive: true });

function time<Result>(name: string, run: () => Result): Result {
  const start = performance.now();
  const result = run();
  process.stdout.write(`${(performance.now() - start).toFixed(1).padStart(8)} ms  ${name}\n`);
  return result;
}
