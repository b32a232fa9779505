/**
 * Compares the engine with native Helm on charts of your own, which need their dependencies in charts/:
 * `node --conditions=source packages/helm-wasm/tests/measure.ts DIRECTORY CHART…`
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { FileTree } from "go-wasm-host";
import { compileHelm, createHelm } from "../src/index.ts";
import { nativeHelm } from "./native.ts";

const rounds = 7;
const [root = ".", ...charts] = process.argv.slice(2);

function diskTree(directory: string): FileTree {
  const stat = (path: string) => statSync(join(directory, path), { throwIfNoEntry: false });
  return {
    read: (path) => (stat(path)?.isFile() ? readFileSync(join(directory, path)) : undefined),
    list: (path) =>
      stat(path)?.isDirectory()
        ? readdirSync(join(directory, path)).map((name) => ({
            name,
            directory: stat(join(path, name))?.isDirectory() ?? false,
          }))
        : undefined,
  };
}

function time<T>(run: () => T): [milliseconds: number, result: T] {
  const start = performance.now();
  const result = run();
  return [performance.now() - start, result];
}

/** The round that other work on the machine disturbed least. */
const best = (values: number[]): number => Math.round(Math.min(...values));

const native = nativeHelm();
const tree = diskTree(root);
const module = await compileHelm();
for (const chart of charts) {
  const helm = await createHelm({ module });
  const request = { tree, chart, releaseName: "measured", namespace: "measured", includeCrds: true };
  const [cold, { yaml, resources }] = time(() => helm.template(request));
  const warm = Array.from({ length: rounds }, () => time(() => helm.template(request))[0]);
  const row = {
    chart,
    bytes: yaml.length,
    resources: resources.length,
    cold: Math.round(cold),
    warm: best(warm),
  };
  if (!native) {
    console.log(row);
    continue;
  }
  const args = ["template", "measured", chart, "--namespace", "measured", "--include-crds"];
  const runs = Array.from({ length: rounds }, () =>
    time(() => spawnSync(native, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 })),
  );
  const spawned = best(runs.map(([milliseconds]) => milliseconds));
  console.log({ ...row, native: spawned, equal: runs.some(([, { stdout }]) => stdout === yaml) });
}
