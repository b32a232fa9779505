import { describeUrl, refuseUserInfo } from "./address.ts";
import { findIntact } from "./archive-store.ts";
import type { ArchiveStore } from "./archive-store.ts";
import { digestMismatch, parseDigest, sha256 } from "./digest.ts";
import type { Digest } from "./digest.ts";
import type { LockedFile } from "./lock.ts";
import { SourceProblem } from "./problem.ts";

/** A value file that an Application names by its address. */
export interface FetchedFile {
  /** Absolute path of its content. */
  file: string;
  id: Digest;
  /** Whether the lock file pins it. */
  locked: boolean;
}

export interface FilesOptions {
  read: (url: URL) => Promise<Uint8Array>;
  archives: ArchiveStore;
  offline: boolean;
}

function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw new SourceProblem(`"${describeUrl(text)}" is no https or http address`);
  refuseUserInfo(url);
  return url;
}

/** What the address gives today. */
export async function fetchUnlockedFile(address: string, options: FilesOptions): Promise<FetchedFile> {
  const bytes = await options.read(addressOf(address));
  const id = sha256(bytes);
  const kept = await findIntact(options.archives, id);
  return { file: kept ?? (await options.archives.keep(id, bytes)), id, locked: false };
}

/** Exactly the content that the lock file pins; what is in the cache needs no network. */
export async function fetchLockedFile(address: string, entry: LockedFile, options: FilesOptions): Promise<FetchedFile> {
  const url = addressOf(address);
  const id = parseDigest(entry.digest);
  if (!id) throw new SourceProblem(`the lock file has no usable digest for ${describeUrl(url)}`);
  const kept = await findIntact(options.archives, id);
  if (kept !== undefined) return { file: kept, id, locked: true };
  const bytes = await options.read(url);
  const actual = sha256(bytes);
  if (actual !== id) throw digestMismatch(describeUrl(url), { by: "the lock file", digest: id }, actual);
  return { file: await options.archives.keep(id, bytes), id, locked: true };
}
