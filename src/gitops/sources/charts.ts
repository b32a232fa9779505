import { parseChartAddress } from "./address.ts";
import { checkArchive, checkPlainTar } from "./archive.ts";
import { findIntact } from "./archive-store.ts";
import type { ArchiveStore } from "./archive-store.ts";
import { findInRegistry } from "./chart-registry.ts";
import { findInIndex } from "./chart-repository.ts";
import { digestMismatch, parseDigest, sha256 } from "./digest.ts";
import type { Digest } from "./digest.ts";
import type { ChartFetchOptions, FoundChart } from "./found-chart.ts";
import type { LockedChart } from "./lock.ts";
import type { ChartRef } from "./lock-plan.ts";
import { SourceProblem } from "./problem.ts";
import type { Contents } from "./registry-manifest.ts";

/** A fetched archive: whole, checked against every digest that is known for it. */
export interface FetchedChart {
  /** Absolute path of the tar; gzipped, unless it holds plain files whose publisher left that out. */
  file: string;
  /** Digest of the file. */
  id: Digest;
  /** The version that was chosen. */
  version: string;
  /** Whether the lock file pins it; if not, the next run may get another one (`sources/unlocked`). */
  locked: boolean;
  contents: Contents;
}

export interface ChartsOptions extends ChartFetchOptions {
  archives: ArchiveStore;
}

const describe = ({ repository, chart, version }: ChartRef): string =>
  `${chart === "" ? repository : chart}${version === "" ? "" : ` ${version}`}`;

async function find(ref: ChartRef, wanted: string, options: ChartsOptions): Promise<FoundChart> {
  const address = parseChartAddress(ref.repository, ref.chart);
  if (address.kind === "oci") return findInRegistry(address, wanted, options);
  return findInIndex(new URL(address.url), ref.chart, wanted, options);
}

/** Downloads, and makes sure that it is a whole archive before anything else looks at it. */
async function download(
  found: FoundChart,
  what: string,
  options: ChartsOptions,
): Promise<{ bytes: Uint8Array; digest: Digest }> {
  const bytes = await found.download();
  if (found.plain) checkPlainTar(bytes, what);
  else await checkArchive(bytes, what, options.limits);
  return { bytes, digest: sha256(bytes) };
}

/** Resolves a declaration against its repository and keeps the archive; the repository's own digest must hold. */
export async function fetchUnlocked(ref: ChartRef, options: ChartsOptions): Promise<FetchedChart> {
  const found = await find(ref, ref.version.trim(), options);
  const { version, promised, contents } = found;
  const kept = promised && (await findIntact(options.archives, promised));
  if (promised && kept !== undefined) return { file: kept, id: promised, version, locked: false, contents };
  const what = `${describe({ ...ref, version })} from ${ref.repository}`;
  const { bytes, digest } = await download(found, what, options);
  if (promised && promised !== digest) throw digestMismatch(what, { by: "its repository", digest: promised }, digest);
  return { file: await options.archives.keep(digest, bytes), id: digest, version, locked: false, contents };
}

/**
 * Gets exactly what the lock file pins. An archive in the cache needs no network at all. The lock's digest is the one
 * that counts: it is what was reviewed, whatever the repository says today.
 */
export async function fetchLocked(ref: ChartRef, entry: LockedChart, options: ChartsOptions): Promise<FetchedChart> {
  const digest = parseDigest(entry.digest);
  if (!digest) throw new SourceProblem(`the lock file has no usable digest for ${describe(ref)}`);
  const { resolved: version } = entry;
  const contents = entry.contents ?? "chart";
  const kept = await findIntact(options.archives, digest);
  if (kept !== undefined) return { file: kept, id: digest, version, locked: true, contents };
  const found = await find(ref, version, options);
  const what = `${describe({ ...ref, version })} from ${ref.repository}`;
  const got = await download(found, what, options);
  if (got.digest !== digest) throw digestMismatch(what, { by: "the lock file", digest }, got.digest);
  return {
    file: await options.archives.keep(digest, got.bytes),
    id: digest,
    version,
    locked: true,
    contents: found.contents,
  };
}
