import { randomUUID } from "node:crypto";
import { closeSync, constants, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { decodeMeta, encodeHead, headerLength, metaLength } from "./format.ts";
import type { Meta } from "./format.ts";

/** An earlier run's file, open for reading; a newer one may take its name meanwhile without harm. */
export interface CacheFile {
  meta: Meta;
  /** Part of the bodies as it is on disk, or undefined if the file ends too early. */
  read(offset: number, length: number): Buffer | undefined;
  /** Nothing can be read afterwards. */
  close(): void;
}

/**
 * Opens a file only if it is a plain file of this user that nobody else may write to, not too large, whole, and of the given stamp. Whatever
 * else is there counts as no file.
 */
export function openCacheFile(path: string, stamp: string, maxBytes: number): CacheFile | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const meta = isOurs(descriptor, maxBytes) ? readMeta(descriptor, stamp) : undefined;
    if (meta) return closable(meta, descriptor);
  } catch {
    // no file, or one that cannot be read
  }
  if (descriptor !== undefined) closeSync(descriptor);
  return undefined;
}

/** Writes a new file and puts it in the place of the old one in one step; other runs see the one or the other. */
export function writeCacheFile(path: string, meta: Meta, bodies: Iterable<Uint8Array>): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  const descriptor = openSync(temporary, "wx", 0o600);
  try {
    writeWhole(descriptor, encodeHead(meta));
    for (const body of bodies) writeWhole(descriptor, body);
    closeSync(descriptor);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function isOurs(descriptor: number, maxBytes: number): boolean {
  const found = fstatSync(descriptor);
  const othersMayWrite = process.platform !== "win32" && (found.mode & 0o022) !== 0;
  const foreign = process.getuid !== undefined && found.uid !== process.getuid();
  return found.isFile() && found.size <= maxBytes && !othersMayWrite && !foreign;
}

function readMeta(descriptor: number, stamp: string): Pick<CacheFile, "meta" | "read"> | undefined {
  // The file is never written to again once it has its name.
  const { size } = fstatSync(descriptor);
  const readPart = (position: number, length: number): Buffer | undefined =>
    position + length > size ? undefined : readBytes(descriptor, position, length);
  const header = readPart(0, headerLength);
  const length = header && metaLength(header);
  const text = length === undefined ? undefined : readPart(headerLength, length);
  const meta = header && text && decodeMeta(header, text, stamp);
  if (!meta || length === undefined) return undefined;
  return { meta, read: (offset, bytes) => readPart(headerLength + length + offset, bytes) };
}

function readBytes(descriptor: number, position: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length;) {
    const read = readSync(descriptor, bytes, at, length - at, position + at);
    if (read === 0) return undefined;
    at += read;
  }
  return bytes;
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
}

function closable({ meta, read }: Pick<CacheFile, "meta" | "read">, descriptor: number): CacheFile {
  let open = true;
  return {
    meta,
    read: (offset, length) => (open ? read(offset, length) : undefined),
    close() {
      if (open) closeSync(descriptor);
      open = false;
    },
  };
}
