import { join } from "node:path";
import { sha256 } from "./digest.ts";
import type { Digest } from "./digest.ts";
import { readIfPresent, writeAtomically } from "./files.ts";

/** Keeps archives by what they contain. */
export interface ArchiveStore {
  /** Where the archive is expected; `undefined` when it is not kept. */
  find(digest: Digest): Promise<string | undefined>;
  /** Keeps bytes and returns the absolute path of their file. */
  keep(digest: Digest, bytes: Uint8Array): Promise<string>;
}

/** Archives in a folder of our own: `<folder>/<hexadecimal digest>.tgz`. */
export function folderStore(folder: string): ArchiveStore {
  const fileOf = (digest: Digest): string => join(folder, `${digest.slice("sha256:".length)}.tgz`);
  return {
    find: async (digest) => fileOf(digest),
    keep: async (digest, bytes) => {
      await writeAtomically(fileOf(digest), bytes);
      return fileOf(digest);
    },
  };
}

/** A kept archive, hashed again: a file that was damaged or replaced counts as absent, so that it is fetched anew. */
export async function findIntact(store: ArchiveStore, digest: Digest): Promise<string | undefined> {
  const file = await store.find(digest);
  const bytes = file === undefined ? undefined : await readIfPresent(file);
  return bytes && sha256(bytes) === digest ? file : undefined;
}
