import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

export interface NativeTool {
  name: string;
  /** Go module and its version, e.g. sigs.k8s.io/kustomize/kustomize/v5 and v5.8.2. */
  module: string;
  version: string;
  /** The command's package; the module's own unless told. */
  package?: string;
}

const toolchain = "go1.27.1";

/**
 * The path of a tool built from its Go module, for comparing an engine with it; built once per version and kept in
 * SLIPWAY_NATIVE_TOOLS (~/.cache/slipway-native-tools). Undefined, with a notice, where there is no Go.
 */
export function nativeTool(tool: NativeTool): string | undefined {
  const kept = process.env["SLIPWAY_NATIVE_TOOLS"] ?? join(homedir(), ".cache", "slipway-native-tools");
  const path = join(kept, `${tool.name}-${tool.version}`);
  if (existsSync(path)) return path;
  if (!hasGo()) {
    console.warn(`skipped: comparing with ${tool.name} ${tool.version} needs Go, which is not installed`);
    return undefined;
  }
  mkdirSync(kept, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "native-tool-"));
  try {
    const go = (...args: string[]) => execFileSync("go", args, { cwd: work, env: goEnvironment(), stdio: "pipe" });
    writeFileSync(join(work, "go.mod"), "module tools\n\ngo 1.27\n");
    // A tool's go.mod may have `replace`, which `go install` refuses; as a requirement they are simply not seen.
    go("get", "-tool", `${tool.package ?? tool.module}@${tool.version}`);
    go("build", "-p", "2", "-o", join(work, tool.name), tool.package ?? tool.module);
    // Test files run at the same time: the last one to finish wins, none sees half a file.
    const partial = `${path}.${process.pid}`;
    execFileSync("cp", [join(work, tool.name), partial]);
    renameSync(partial, path);
    return path;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export function hasGo(): boolean {
  return spawnSync("go", ["version"]).status === 0;
}

export function goEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, GOTOOLCHAIN: toolchain, GOFLAGS: "-buildvcs=false -mod=mod", GOWORK: "off" };
}
