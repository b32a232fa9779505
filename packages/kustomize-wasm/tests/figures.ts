/** Prints the README's figures: `node --conditions=source packages/kustomize-wasm/tests/figures.ts`. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { folderTree, nativeTool } from "go-wasm-host/testing";
import { compileKustomize, createKustomize } from "../src/index.ts";

const native = nativeTool({ name: "kustomize", module: "sigs.k8s.io/kustomize/kustomize/v5", version: "v5.8.2" });
const here = (path: string): string => join(import.meta.dirname, path);
const small = here("corpus/overlay-transformers/input");
const large = mkdtempSync(join(tmpdir(), "kustomize-large-"));
try {
  writeLarge();
  const start = process.cpuUsage();
  const module = await compileKustomize();
  const kustomize = await createKustomize(module);
  const smallRequest = { tree: folderTree(small), path: "overlay" };
  const largeRequest = { tree: folderTree(large), path: "" };
  kustomize.build(smallRequest);
  print("engine, from nothing to the first build", milliseconds(process.cpuUsage(start)));
  print(
    "engine, 2 resources",
    median(100, () => threadTime(() => kustomize.build(smallRequest))),
  );
  print(
    "engine, 200 resources",
    median(5, () => threadTime(() => kustomize.build(largeRequest))),
  );
  print(
    "native, 2 resources",
    median(20, () => nativeTime(join(small, "overlay"))),
  );
  print(
    "native, 200 resources",
    median(5, () => nativeTime(large)),
  );
  console.log(`process with the engine: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  console.log(`compressed engine: ${(statSync(here("../kustomize-wasm.wasm.zst")).size / 1e6).toFixed(1)} MB`);
} finally {
  rmSync(large, { recursive: true });
}

function writeLarge(): void {
  const deployment = readFileSync(join(small, "base/deployment.yaml"), "utf8");
  cpSync(join(small, "overlay"), large, { recursive: true });
  mkdirSync(join(large, "many"));
  const names = Array.from({ length: 200 }, (_, index) => `d${index}.yaml`);
  for (const name of names)
    writeFileSync(join(large, "many", name), deployment.replace("name: web #", `name: ${name} #`));
  writeFileSync(join(large, "many/kustomization.yaml"), `resources: [${names.join(", ")}]\n`);
  const kustomization = join(large, "kustomization.yaml");
  const text = readFileSync(kustomization, "utf8");
  writeFileSync(kustomization, text.replace("../base", "many").replace("name: web,", "name: d1.yaml,"));
}

/** Processor time, which other work on the machine does not lengthen much. */
function threadTime(run: () => unknown): number {
  const start = process.threadCpuUsage();
  run();
  return milliseconds(process.threadCpuUsage(start));
}

function nativeTime(cwd: string): number {
  const { stderr } = spawnSync("bash", ["-c", 'TIMEFORMAT="%U %S"; time "$0" build > /dev/null', native ?? ""], {
    cwd,
    encoding: "utf8",
  });
  const [user = 0, system = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return (user + system) * 1000;
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

function median(times: number, measure: () => number): number {
  return Array.from({ length: times }, measure).toSorted((a, b) => a - b)[times >> 1] ?? 0;
}

function print(what: string, time: number): void {
  console.log(`${what}: ${time.toFixed(time < 100 ? 1 : 0)} ms`);
}
