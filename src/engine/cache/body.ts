import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { digestOf } from "./format.ts";

/** No rendering is larger; a longer one in the file is not ours. */
const longestBody = 512 * 1024 ** 2;
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export const packBody = (body: unknown): Buffer => zstdCompressSync(JSON.stringify(body), quick);

/** The body, or undefined unless the bytes are those that were written. */
export function unpackBody(bytes: Buffer | undefined, digest: string): { body: unknown } | undefined {
  if (!bytes || digestOf(bytes) !== digest) return undefined;
  try {
    const body: unknown = JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: longestBody }).toString());
    return { body };
  } catch {
    return undefined;
  }
}
