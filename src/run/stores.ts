import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { buildStamp, type Cache, locate, openCache } from "../engine/index.ts";
import { environmentOf, type KeepingPorts } from "./fetching.ts";
import type { RunOptions } from "./options.ts";

/** What earlier runs over the same folder have left: none where the options say so. Whoever opens one closes it. */
export interface Stores {
  /** Results of single steps. */
  results(): Cache | undefined;
  /** Whole reports, apart because who finds one reads nothing else. */
  reports(): Cache | undefined;
}

const mostReportBytes = 32 * 1024 ** 2;

export function openStores({ root, cache }: Pick<RunOptions, "root" | "cache">, ports: KeepingPorts): Stores {
  if (!cache) return { results: () => undefined, reports: () => undefined };
  const { toolCacheDir } = environmentOf(ports);
  // One file per folder: what is kept for a large repository does not push out what is kept for the others.
  const name = createHash("sha256").update(realpathSync(root)).digest("hex").slice(0, 32);
  const stamp = buildStamp(locate());
  return {
    results: () => openCache({ path: join(toolCacheDir, "results", name), stamp }),
    reports: () => openCache({ path: join(toolCacheDir, "reports", name), stamp, maxBytes: mostReportBytes }),
  };
}
