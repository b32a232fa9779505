/**
 * Writes src/cluster/install/release-digests.ts: `node scripts/argocd-digests.ts v3.6.1 …`. The manifests are hashed as the Go
 * module of each version carries them, which Go's checksum database vouches for; they are the release's own, byte for byte.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const flavours = { core: "core-install.yaml", standard: "install.yaml", ha: "ha/install.yaml" };

function digestsOf(version: string): [string, string][] {
  const module = `github.com/argoproj/argo-cd/v3@${version}`;
  const said = execFileSync("go", ["mod", "download", "-json", module], {
    cwd: tmpdir(),
    env: { ...process.env, GOTOOLCHAIN: "auto", GOFLAGS: "-mod=mod", GOWORK: "off" },
    encoding: "utf8",
  });
  const folder = /"Dir": "([^"]+)"/.exec(said)?.[1] ?? "";
  return Object.entries(flavours).map(([flavour, file]) => {
    const bytes = readFileSync(join(folder, "manifests", file));
    return [flavour, `sha256:${createHash("sha256").update(bytes).digest("hex")}`];
  });
}

const entries = process.argv.slice(2).map((version) => {
  const lines = digestsOf(version).map(([flavour, digest]) => `    ${flavour}: "${digest}",\n`);
  return `  "${version}": {\n${lines.join("")}  },\n`;
});
const text = `// Written by scripts/argocd-digests.ts; do not edit.
import type { Flavour } from "./release.ts";

/** What the install manifests of each Argo CD version hash to. */
export const releaseDigests: Readonly<Record<string, Readonly<Record<Flavour, string>>>> = {
${entries.join("")}};
`;
writeFileSync(fileURLToPath(new URL("../src/cluster/install/release-digests.ts", import.meta.url)), text);
