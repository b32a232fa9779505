import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSources } from "../../src/gitops/sources.ts";
import type { SourceEvent, Sources, SourcesOptions } from "../../src/gitops/sources.ts";

export interface Scratch extends AsyncDisposable {
  folder: string;
}

/** A folder that is gone when the test is. */
export async function scratchFolder(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-sources-"));
  return {
    folder,
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Observed {
  sources: Sources;
  events: SourceEvent[];
  /** Milliseconds of every wait between attempts. */
  waits: number[];
}

/** Sources over a cache folder, with a clock that never waits and a record of what happened. */
export function observedSources(folder: string, options: Partial<SourcesOptions> = {}): Observed {
  const events: SourceEvent[] = [];
  const waits: number[] = [];
  const sources = createSources({
    lock: undefined,
    toolCacheDir: folder,
    env: { PATH: process.env["PATH"], HOME: folder },
    clock: { now: () => 0, random: () => 1, sleep: async (milliseconds) => void waits.push(milliseconds) },
    onProgress: (event) => events.push(event),
    ...options,
  });
  return { sources, events, waits };
}
