import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { goEnvironment, hasGo } from "go-wasm-host/testing";
import { z } from "zod";
import type { GoTemplateRequest } from "../src/index.ts";

const argoCD = "github.com/argoproj/argo-cd/v3@v3.6.1";
const source = fileURLToPath(new URL("oracle/main.go", import.meta.url));
const results = z.array(z.union([z.object({ text: z.string() }), z.object({ failure: z.string() })]));

export type OracleResult = z.infer<typeof results>[number];

/**
 * The program that renders with Argo CD's code: built once, which takes minutes, and kept where native tools are kept.
 * Undefined, with a notice, where there is no Go.
 */
export function buildOracle(): string | undefined {
  const kept = process.env["SLIPWAY_NATIVE_TOOLS"] ?? join(homedir(), ".cache", "slipway-native-tools");
  const path = join(kept, "argocd-applicationset-v3.6.1");
  if (existsSync(path)) return path;
  if (!hasGo()) {
    console.warn("skipped: comparing with Argo CD's ApplicationSet code needs Go, which is not installed");
    return undefined;
  }
  mkdirSync(kept, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "oracle-"));
  try {
    const go = (...args: string[]) =>
      execFileSync("go", args, { cwd: work, env: goEnvironment(), stdio: "pipe", encoding: "utf8" });
    const { Dir } = z.object({ Dir: z.string() }).parse(JSON.parse(go("mod", "download", "-json", argoCD)));
    copyFileSync(source, join(work, "main.go"));
    for (const name of ["go.mod", "go.sum"])
      execFileSync("cp", ["--no-preserve=mode", join(Dir, name), join(work, name)]);
    // Argo CD's own versions of everything, without its replacement by a folder that only its repository has.
    go(
      "mod",
      "edit",
      "-module=oracle",
      "-dropreplace=github.com/argoproj/argo-cd/gitops-engine/v3",
      `-require=${argoCD}`,
    );
    go("build", "-p", "2", "-o", path, ".");
    return path;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export function runOracle(oracle: string, requests: readonly GoTemplateRequest[]): OracleResult[] {
  const output = execFileSync(oracle, {
    input: JSON.stringify(requests),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  });
  return results.parse(JSON.parse(output));
}
