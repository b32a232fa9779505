import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { z } from "zod";
import { controllerGen } from "./sources.ts";
import type { Source } from "./sources.ts";

const env = { ...process.env, GOTOOLCHAIN: "go1.27.1", GOFLAGS: "-buildvcs=false -mod=mod", GOWORK: "off" };
const minutes = 60_000;
const downloaded = z.object({ Dir: z.string() });

/** The folder a module is unpacked in; downloaded, and checked against the checksum database, on first use. */
export function moduleFolder({ module, version }: Source): string {
  const args = ["mod", "download", "-json", `${module}@${version}`];
  const output = execFileSync("go", args, { cwd: tmpdir(), env, encoding: "utf8", timeout: 10 * minutes });
  return downloaded.parse(JSON.parse(output)).Dir;
}

/** Runs controller-gen over the types of a module that has no CRDs of its own; gives the CRDs to `use`, folder by folder. */
export function generatedCrds<T>(source: Source, use: (folder: string) => T): T {
  const work = mkdtempSync(join(tmpdir(), "schemas-"));
  try {
    const go = (...args: string[]) =>
      execFileSync("go", args, { cwd: work, env, stdio: "pipe", timeout: 10 * minutes });
    const out = join(work, "crds");
    mkdirSync(out);
    writeFileSync(join(work, "go.mod"), "module schemas\n\ngo 1.27\n");
    go("get", "-tool", `${controllerGen.package}@${controllerGen.version}`);
    go("get", `${source.module}@${source.version}`);
    go("tool", "controller-gen", "crd:crdVersions=v1", `paths=${source.module}/...`, `output:crd:dir=${out}`);
    return use(out);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
