import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { scratchFolder } from "../../../tests/registries/scratch.ts";
import { createSourceCache, toolCacheFolder, toolCacheStore } from "./actions-cache.ts";
import type { JobCache } from "./actions-cache.ts";
import { findIntact } from "./archive-store.ts";
import { sha256 } from "./digest.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("toolCacheStore", () => {
  it("keeps archives in the runner's real tool cache by digest", async () => {
    await using scratch = await scratchFolder();
    vi.stubEnv("RUNNER_TOOL_CACHE", join(scratch.folder, "tools"));
    vi.stubEnv("RUNNER_TEMP", scratch.folder);
    vi.spyOn(process.stdout, "write").mockReturnValue(true); // its debug output
    const store = toolCacheStore(async () => import("@actions/tool-cache"), scratch.folder);
    const bytes = Buffer.from("archive");
    const digest = sha256(bytes);
    expect(await findIntact(store, digest)).toBeUndefined();
    const file = await store.keep(digest, bytes);
    expect(file.startsWith(toolCacheFolder(join(scratch.folder, "tools")))).toBe(true);
    expect(await findIntact(store, digest)).toBe(file);
    await writeFile(file, "poisoned");
    expect(await findIntact(store, digest)).toBeUndefined();
    await store.keep(digest, bytes);
    expect(await readFile(file, "utf8")).toBe("archive");
  });
});

/** An actions cache in memory. */
function jobCache(entries: string[], behaviour: Partial<JobCache> = {}): { cache: JobCache; saved: string[] } {
  const saved: string[] = [];
  const cache: JobCache = {
    isFeatureAvailable: () => true,
    restoreCache: async (_, key, prefixes = []) =>
      entries.find((entry) => entry === key) ??
      entries.find((entry) => prefixes.some((prefix) => entry.startsWith(prefix))),
    saveCache: async (_, key) => saved.push(key),
    ...behaviour,
  };
  return { cache, saved };
}

describe("createSourceCache", () => {
  const keyOf = (text: string): string => `slipway-sources-v1-${sha256(text).slice("sha256:".length)}`;
  const open = (cache: JobCache, warnings: string[] = []): ReturnType<typeof createSourceCache> =>
    createSourceCache({ load: async () => cache, paths: ["/tools"], onWarning: (message) => warnings.push(message) });

  it("saves under the lock's digest unless it came from there", async () => {
    const { cache, saved } = jobCache([keyOf("lock")]);
    const same = open(cache);
    expect(await same.restore("lock")).toBe("exact");
    await same.save("lock");
    expect(saved).toEqual([]);
    const changed = open(cache);
    expect(await changed.restore("changed")).toBe("older");
    await changed.save("changed");
    expect(saved).toEqual([keyOf("changed")]);
  });

  it("never fails a run", async () => {
    const warnings: string[] = [];
    const denied = async (): Promise<never> => Promise.reject(new Error("cache write denied: fork"));
    const source = open(jobCache([], { saveCache: denied }).cache, warnings);
    expect(await source.restore("lock")).toBe("nothing");
    await source.save("lock");
    expect(warnings).toEqual(["keeping fetched sources in the actions cache failed: cache write denied: fork"]);
  });

  it("does nothing where there is no cache service", async () => {
    const { cache, saved } = jobCache([keyOf("lock")], { isFeatureAvailable: () => false });
    const source = open(cache);
    expect(await source.restore("lock")).toBe("nothing");
    await source.save("lock");
    expect(saved).toEqual([]);
  });
});
