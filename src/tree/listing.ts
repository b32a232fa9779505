import { createHash } from "node:crypto";
import type { DirEntry } from "./tree.ts";

/** The id of a directory's listing: the same names and types, and only those, give the same id. */
export function listingDigest(entries: readonly DirEntry[]): string {
  const text = entries.map(({ name, directory }) => `${directory ? "d" : "f"}${name}`).join("\0");
  return createHash("sha256").update(text).digest("hex").slice(0, 40);
}
