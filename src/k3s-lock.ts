import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "./environment/schema.ts";
import type { LockChange } from "./gitops/sources.ts";
import { SlipwayError } from "./model/error.ts";
import { k3sLockFile, parseK3sLock } from "./server/k3s/lock-file.ts";
import type { K3sLock, PinnedRelease } from "./server/k3s/lock.ts";

/** What a repository has pinned of k3s, and the text it was read from; nothing where there is no lock file. */
export async function readK3sLock(root: string): Promise<{ lock: K3sLock; text?: string }> {
  const text = await readFile(join(root, k3sLockFile), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? { lock: { releases: {} } } : { lock: parseK3sLock(text), text };
}

/** The versions that slipway installs: those of Environments whose servers it makes. */
export function k3sVersions(environments: readonly Environment[]): string[] {
  const made = environments.filter(({ spec }) => spec.server.provider !== "none");
  return [...new Set(made.map(({ spec }) => spec.kubernetes.version))].toSorted();
}

export interface K3sLockWish {
  current: K3sLock;
  versions: readonly string[];
  /** Whether to read anew what is pinned already. */
  pinned: "keep" | "read anew";
}

/** What the lock file should say. A release that cannot be read is told, and what was pinned of it stays. */
export async function planK3sLock(
  { current, versions, pinned }: K3sLockWish,
  pin: (version: string) => Promise<PinnedRelease>,
): Promise<{ lock: K3sLock; changes: LockChange[] }> {
  const releases: K3sLock["releases"] = {};
  const changes: LockChange[] = [];
  for (const version of versions) {
    const before = current.releases[version];
    const name = `k3s ${version}`;
    const after = before && pinned === "keep" ? before : await pin(version).catch(reasonOf);
    const release = typeof after === "string" ? before : after;
    if (release) releases[version] = release;
    changes.push(typeof after === "string" ? { kind: "failed", name, reason: after } : changeOf(name, before, after));
  }
  for (const version of Object.keys(current.releases)) {
    if (!versions.includes(version)) changes.push({ kind: "removed", name: `k3s ${version}` });
  }
  return { lock: { releases }, changes };
}

function changeOf(name: string, before: PinnedRelease | undefined, after: PinnedRelease): LockChange {
  const to = hashesOf(after);
  if (before === undefined) return { kind: "added", name, to };
  if (JSON.stringify(before) === JSON.stringify(after)) return { kind: "kept", name };
  return { kind: "updated", name, from: hashesOf(before), to };
}

/** The beginning of each file's SHA-256, to be compared with the release's page. */
function hashesOf({ installer, binaries }: PinnedRelease): string {
  const files = Object.entries({ ...binaries, installer });
  return files.flatMap(([file, pin]) => (pin ? `${file} ${pin.sha256.slice(0, 12)}` : [])).join(", ");
}

function reasonOf(error: unknown): string {
  if (error instanceof SlipwayError) return error.message;
  throw error;
}
