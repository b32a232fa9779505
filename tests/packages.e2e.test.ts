import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "slipway-packages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The first example of a package's README, as a user would copy it. */
function example(name: string): string {
  const readme = readFileSync(join(root, "packages", name, "README.md"), "utf8");
  const [, code] = /```[jt]s\n([\s\S]*?)```/.exec(readme) ?? [];
  if (code === undefined) throw new Error(`${name} has no example in its README`);
  return code;
}

const packages = ["kustomize-wasm", "helm-wasm", "kubeconform-wasm", "apiserver-wasm", "hcloud-emulator"];

/** What a package depends on, as it is installed here: nothing is fetched. */
function dependencies(name: string): string[] {
  const text = readFileSync(join(root, "packages", name, "package.json"), "utf8");
  const { dependencies = {} } = manifest.parse(JSON.parse(text));
  return Object.keys(dependencies).map((dependency) => join(root, "node_modules", dependency));
}
const manifest = z.object({ dependencies: z.record(z.string(), z.string()).optional() });

describe.each(packages)("the package %s", (name) => {
  it("installs from its tarball alone, and its README's example runs and has types", () => {
    const project = mkdtempSync(join(folder, `${name}-`));
    const [tarball] = run("npm", ["pack", "--silent", "--pack-destination", project], join(root, "packages", name))
      .trim()
      .split("\n");
    writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
    run(
      "npm",
      ["install", "--offline", "--ignore-scripts", "--no-save", `./${tarball}`, ...dependencies(name)],
      project,
    );
    writeFileSync(join(project, "example.ts"), example(name));
    expect(() => run(process.execPath, ["example.ts"], project)).not.toThrow();
    const tsc = join(root, "node_modules/.bin/tsc");
    const settings = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--types", "node"];
    const types = join(root, "node_modules/@types");
    expect(run(tsc, [...settings, "--typeRoots", types, "example.ts"], project)).toBe("");
  });
});
