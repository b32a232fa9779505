import { createHash } from "node:crypto";
import { constants, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "go-wasm-host";
import { createBlobs } from "./blobs.ts";
import { letters } from "./entries.ts";
import type { Entries } from "./entries.ts";
import type { ContentSource } from "./tree.ts";

export interface Content {
  /** Content and id always fit together: the id is that of these very bytes. */
  read(place: number): { bytes: Uint8Array; id: string } | undefined;
}

/** Windows lacks it; there, a symbolic link needs a privilege to be made at all. */
const noFollow = constants.O_NOFOLLOW ?? 0;

/**
 * Reads what an index names. Bytes from disk are hashed before they are trusted as a blob, since "unmodified" is only git's guess from
 * size and time. Where they differ from the blob: if turning CRLF into LF gives the blob, git itself put the CRs there
 * (core.autocrlf) and the blob is what counts; otherwise a working copy is what the disk says and a revision is what git says.
 */
export function createContent(entries: Entries, source: ContentSource): Content {
  const { root, kind, repository } = source;
  const blobs = repository ? createBlobs(entries, source) : undefined;
  const idLength = entries.packed.idLength;

  const fromDisk = (place: number, expected: string | undefined): { bytes: Uint8Array; id: string } | undefined => {
    const path = entries.paths[place] ?? "";
    const bytes = readDisk(join(root, path), entries.type(place) === letters.symlink);
    if (!bytes) return undefined;
    const id = blobId(bytes, idLength);
    if (expected === undefined || id === expected) return { bytes, id };
    const unix = withoutCarriageReturns(bytes);
    if (blobId(unix, idLength) === expected) return { bytes: unix, id: expected };
    return kind === "working copy" ? { bytes, id } : undefined;
  };

  return {
    read(place) {
      const expected = entries.id(place);
      if (expected === undefined) return fromDisk(place, undefined);
      const loaded = blobs?.loaded(expected);
      if (loaded) return { bytes: loaded, id: expected };
      const found = fromDisk(place, expected);
      if (found) return found;
      const bytes = blobs?.fetch(place, expected);
      return bytes && { bytes, id: expected };
    },
  };
}

/** The id git gives to content: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobId(bytes: Uint8Array, idLength = 40): string {
  return createHash(idLength === 64 ? "sha256" : "sha1")
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest("hex");
}

function readDisk(file: string, link: boolean): Uint8Array | undefined {
  try {
    if (link) return readLink(file);
    return readFileSync(file, { flag: constants.O_RDONLY | noFollow });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_FS_FILE_TOO_LARGE") {
      throw new EngineError("limit", `${file} is larger than 2 GiB`, { cause: error });
    }
    return undefined;
  }
}

/** Where links cannot be made (core.symlinks=false), git leaves a file with the target in it. */
function readLink(file: string): Uint8Array {
  try {
    return readlinkSync(file, { encoding: "buffer" });
  } catch {
    return readFileSync(file, { flag: constants.O_RDONLY | noFollow });
  }
}

function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => byte !== 0x0d || bytes[at + 1] !== 0x0a);
}
