import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArchiveStore } from "./archive-store.ts";
import { sha256 } from "./digest.ts";
import type { Digest } from "./digest.ts";

/** The part of @actions/tool-cache that is used. */
export interface ToolCache {
  find(tool: string, version: string, arch: string): string;
  cacheFile(source: string, target: string, tool: string, version: string, arch: string): Promise<string>;
}

/** The part of @actions/cache that is used. */
export interface JobCache {
  isFeatureAvailable(): boolean;
  restoreCache(paths: string[], key: string, restoreKeys?: string[]): Promise<string | undefined>;
  saveCache(paths: string[], key: string): Promise<number>;
}

const tool = "slipway-source";
const arch = "noarch";
const file = "archive.tgz";

/** The tool cache knows semantic versions only, so the digest becomes a pre-release. */
const versionOf = (digest: Digest): string => `0.0.0-${digest.replace(":", "-")}`;

/** Archives in the runner's tool cache. The package is loaded at first use: it costs a tenth of a second. */
export function toolCacheStore(load: () => Promise<ToolCache>, temporary: string): ArchiveStore {
  return {
    find: async (digest) => {
      const folder = (await load()).find(tool, versionOf(digest), arch);
      return folder === "" ? undefined : join(folder, file);
    },
    keep: async (digest, bytes) => {
      const scratch = await mkdtemp(join(temporary, `${tool}-`));
      try {
        await writeFile(join(scratch, file), bytes);
        return join(await (await load()).cacheFile(join(scratch, file), file, tool, versionOf(digest), arch), file);
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
  };
}

/** What the actions cache carries from job to job: the archives and nothing that would need trust, as all are rehashed. */
export interface SourceCache {
  /** Restores what an earlier job kept for this lock file, or for an earlier state of it. */
  restore(lockText: string): Promise<"exact" | "older" | "nothing">;
  /** Keeps the archives for this lock file, unless they came from exactly that entry. */
  save(lockText: string): Promise<void>;
}

const keyPrefix = "slipway-sources-v1-";
const keyOf = (lockText: string): string => keyPrefix + sha256(lockText).slice("sha256:".length);

/**
 * The actions cache around a run. It only ever saves time: when the service is absent or refuses (the token of a pull
 * request from a fork may not write), the run goes on without.
 */
export function createSourceCache(options: {
  load: () => Promise<JobCache>;
  paths: string[];
  onWarning: (message: string) => void;
}): SourceCache {
  let restored: string | undefined;

  async function optional<T>(doing: string, work: (cache: JobCache) => Promise<T>): Promise<T | undefined> {
    try {
      const cache = await options.load();
      return cache.isFeatureAvailable() ? await work(cache) : undefined;
    } catch (error) {
      options.onWarning(`${doing} failed: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  return {
    restore: async (lockText) => {
      const key = keyOf(lockText);
      restored = await optional("restoring fetched sources from the actions cache", async (cache) =>
        cache.restoreCache([...options.paths], key, [keyPrefix]),
      );
      if (restored === undefined) return "nothing";
      return restored === key ? "exact" : "older";
    },
    save: async (lockText) => {
      const key = keyOf(lockText);
      if (restored === key) return;
      await optional("keeping fetched sources in the actions cache", async (cache) =>
        cache.saveCache([...options.paths], key),
      );
    },
  };
}

/** The folder of the runner's tool cache that holds our archives, for `createSourceCache`. */
export function toolCacheFolder(runnerToolCache: string): string {
  return join(runnerToolCache, tool);
}
