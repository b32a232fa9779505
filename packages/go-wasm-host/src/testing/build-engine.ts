import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importMemory } from "../memory.ts";
import { goEnvironment, hasGo } from "./native-tools.ts";

/** Builds an engine from its Go code, not yet started; undefined, with a notice, where there is no Go. */
export async function buildEngine(folder: string): Promise<WebAssembly.Module | undefined> {
  const wasm = buildModule(folder);
  return wasm && WebAssembly.compile(importMemory(wasm));
}

/** The module as Go's linker makes it. */
export function buildModule(folder: string): Uint8Array | undefined {
  if (!hasGo()) {
    console.warn(`skipped: building ${folder} needs Go, which is not installed`);
    return undefined;
  }
  const work = mkdtempSync(join(tmpdir(), "engine-"));
  try {
    const wasm = join(work, "engine.wasm");
    const flags = ["-trimpath", "-ldflags=-s -w -buildid=", "-buildmode=c-shared", "-p", "2", "-o", wasm];
    const env = { ...goEnvironment(), GOOS: "wasip1", GOARCH: "wasm" };
    execFileSync("go", ["build", ...flags, "."], { cwd: folder, env, stdio: "pipe" });
    return readFileSync(wasm);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
