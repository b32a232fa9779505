import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { downloadBy } from "../download.ts";
import { checkedEnvironments, valid } from "../environments.ts";
import { k3sVersions, planK3sLock, readK3sLock } from "../k3s-lock.ts";
import { exitCodes, SlipwayError } from "../model/error.ts";
import { formatK3sLock, k3sLockFile } from "../server/k3s/lock-file.ts";
import { pinRelease, type PinnedRelease } from "../server/k3s/lock.ts";
import { describe } from "./lock-command.ts";
import type { Terminal } from "./terminal.ts";

export interface K3sLockCommandOptions {
  root: string;
  offline: boolean;
  /** Names mean charts; here any wish to update is one for all versions. */
  update: boolean | readonly string[];
  k3sMirror?: string;
}

/** `slipway lock --k3s`: writes the lock file and says what moved; 3 when a release could not be read. */
export async function runK3sLock(
  { root, offline, update, k3sMirror }: K3sLockCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const environments = valid(await checkedEnvironments(root), undefined).map(({ environment }) => environment);
  const { lock: current, text } = await readK3sLock(root);
  const download = downloadBy(fetch, signal);
  const mirror = k3sMirror?.replace(/\/+$/, "");
  const places = mirror === undefined ? undefined : { releases: mirror, sources: mirror };
  const pin = async (version: string): Promise<PinnedRelease> => {
    if (offline) throw new SlipwayError("SLW-SOURCE", "not pinned, because --offline was given");
    return pinRelease(version, download, places);
  };
  const versions = k3sVersions(environments);
  const plan = await planK3sLock({ current, versions, pinned: update === false ? "keep" : "read anew" }, pin);
  for (const change of plan.changes) terminal.out(`${describe(change)}\n`);
  const isEmpty = Object.keys(plan.lock.releases).length === 0;
  const wanted = isEmpty && text === undefined ? undefined : formatK3sLock(plan.lock);
  if (wanted !== undefined && wanted !== text) {
    const file = join(root, k3sLockFile);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, wanted);
    terminal.out(`wrote ${k3sLockFile}\n`);
  } else if (versions.length === 0) terminal.out("no Environment has servers that slipway installs k3s on\n");
  else terminal.out(text === undefined ? `${k3sLockFile} was not written\n` : `${k3sLockFile} stays as it is\n`);
  return plan.changes.some(({ kind }) => kind === "failed") ? exitCodes.outside : exitCodes.fine;
}
