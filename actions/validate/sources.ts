import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";

import type { SourceEnvironment } from "../../src/gitops/sources.ts";
import { runnerEnvironment } from "../../src/gitops/sources.ts";
import type { Log } from "../../src/model/ports.ts";
import { lockFile } from "../../src/run/fetching.ts";

export interface RunnerSources {
  sources: SourceEnvironment;
  /** Brings back what an earlier job fetched. */
  restore: () => Promise<void>;
  /** Keeps what this job fetched for a later one. */
  keep: () => Promise<void>;
}

/** Fetched sources in the runner's tool cache; the actions cache carries them between jobs, by the lock file's text. */
export function runnerSources(
  root: string,
  env: Record<string, string | undefined>,
  log: Log,
  cache: "carry" | "this job only",
): RunnerSources {
  const { jobCache, ...sources } = runnerEnvironment(env, log.warning);
  const withLock = async (work: (lockText: string) => Promise<unknown>): Promise<void> => {
    const text = cache === "carry" ? await readPlainFile(join(root, lockFile)) : undefined;
    if (text !== undefined) await work(text);
  };
  return {
    sources,
    restore: () => withLock((text) => jobCache.restore(text)),
    keep: () => withLock((text) => jobCache.save(text)),
  };
}

/** A stranger's repository may have a link to /dev/zero in the lock file's place: that is no lock file. */
async function readPlainFile(path: string): Promise<string | undefined> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    await using handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    return (await handle.stat()).isFile() ? await handle.readFile("utf8") : undefined;
  } catch {
    return undefined;
  }
}
