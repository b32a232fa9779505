import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type K3sLock, sha256 } from "../../../../src/server/k3s/lock.ts";
import { gateway } from "../addresses.ts";
import type { Cloud } from "../cloud.ts";

const text = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

/** Serves stand-ins for these releases inside the cloud, and pins them. */
export function mirrorReleases({ mirror }: Cloud, versions: readonly string[]): K3sLock {
  const releases = versions.map((version) => {
    const folder = version.replace("+", "-");
    mkdirSync(join(mirror, folder), { recursive: true });
    const place = (name: string, content: string) => {
      writeFileSync(join(mirror, folder, name), content);
      return { url: `http://${gateway}/${folder}/${name}`, sha256: sha256(content) };
    };
    const installer = place("install.sh", text("install.sh"));
    const binary = place("k3s", text("stand-in.py").replace("@VERSION@", version));
    return [version, { installer, binaries: { amd64: binary, arm64: binary } }] as const;
  });
  return { releases: Object.fromEntries(releases) };
}
