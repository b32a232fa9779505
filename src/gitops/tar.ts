import { posix } from "node:path";
import type { MemoryFile } from "../tree/index.ts";

/** Why an archive is not unpacked: expected of what strangers publish. */
export class ArchiveRefused extends Error {}

const block = 512;
const mostEntries = 100_000;
/** As Linux has it. */
const longestName = 4096;

/**
 * The regular files and symbolic links of a tar archive (ustar, pax and GNU long names), the later of two with one name. What else it may
 * hold is passed over, as Argo CD does. Throws ArchiveRefused for a name or link that leads out of it, and for a file behind a link.
 */
export function unpackTar(tar: Uint8Array): Map<string, MemoryFile> {
  const files = new Map<string, MemoryFile>();
  const links = new Set<string>();
  for (const { name, type, target, content } of entriesOf(tar)) {
    if (files.size >= mostEntries)
      throw new ArchiveRefused(`it holds more than ${mostEntries.toLocaleString("en-US")} files`);
    const path = inside(name);
    if (path === "" || (type !== "file" && type !== "symlink")) continue;
    if (links.size > 0 && above(path).some((directory) => links.has(directory)))
      throw new ArchiveRefused(`"${name}" lies behind a symbolic link`);
    links.delete(path);
    if (type === "symlink") links.add(path);
    files.set(path, { type, content: type === "file" ? content : Buffer.from(within(path, target)) });
  }
  return files;
}

/** The clean path of an entry; a leading slash means the archive's root. */
function inside(name: string): string {
  if (name.length > longestName) throw new ArchiveRefused(`it has a name of ${name.length} characters`);
  const clean = posix.normalize(name).replace(/^\/+|\/+$/g, "");
  if (clean === ".." || clean.startsWith("../")) throw new ArchiveRefused(`"${name}" leads out of it`);
  return clean === "." ? "" : clean;
}

/** A link's target, relative to its directory; an absolute one means the archive's root, taken from there as Argo CD does. */
function within(path: string, target: string): string {
  if (target.length > longestName) throw new ArchiveRefused(`it has a link of ${target.length} characters`);
  const directory = posix.dirname(path);
  const clean = posix.normalize(posix.join(directory, target));
  if (clean === ".." || clean.startsWith("../"))
    throw new ArchiveRefused(`the symbolic link "${path}" leads out of it, to "${target}"`);
  return posix.relative(directory, clean) || ".";
}

function above(path: string): string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, i) => names.slice(0, i + 1).join("/"));
}

interface Entry {
  name: string;
  type: "file" | "symlink" | "other";
  target: string;
  content: Uint8Array;
}

const types: Readonly<Record<string, Entry["type"]>> = { "": "file", "0": "file", "2": "symlink" };

function* entriesOf(tar: Uint8Array): Generator<Entry> {
  let long: { path?: string; linkpath?: string; size?: number } = {};
  for (let at = 0; at + block <= tar.length;) {
    const header = tar.subarray(at, at + block);
    if (header.every((byte) => byte === 0)) return;
    const flag = text(header, 156, 1);
    const size = /[1-6]/.test(flag) ? 0 : ((/[xgLK]/.test(flag) ? undefined : long.size) ?? number(header, 124, 12));
    const end = at + block + size;
    if (!Number.isSafeInteger(size) || end > tar.length) throw new ArchiveRefused("it is cut off");
    const content = tar.subarray(at + block, end);
    at = at + block + Math.ceil(size / block) * block;
    if (flag === "x") long = { ...long, ...paxRecords(content) };
    else if (flag === "L") long = { ...long, path: terminated(content) };
    else if (flag === "K") long = { ...long, linkpath: terminated(content) };
    else if (flag !== "g") {
      const prefix = text(header, 257, 6) === "ustar" ? text(header, 345, 155) : "";
      const name = long.path ?? (prefix === "" ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`);
      const type = name.endsWith("/") ? "other" : (types[flag] ?? "other");
      yield { name, type, target: long.linkpath ?? text(header, 157, 100), content };
      long = {};
    }
  }
}

function terminated(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString("utf8");
}

const text = (header: Uint8Array, start: number, length: number): string =>
  terminated(header.subarray(start, start + length));

/** Octal digits, or with the first bit set a binary number for what they cannot hold. */
function number(header: Uint8Array, start: number, length: number): number {
  const field = header.subarray(start, start + length);
  if (((field[0] ?? 0) & 0x80) === 0) {
    const digits = terminated(field).trim();
    return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
  }
  return field.reduce((value, byte, i) => value * 256 + (i === 0 ? byte & 0x7f : byte), 0);
}

/** `LENGTH KEY=VALUE\n`, the length counting itself (POSIX pax). */
function paxRecords(bytes: Uint8Array): { path?: string; linkpath?: string; size?: number } {
  const found: { path?: string; linkpath?: string; size?: number } = {};
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const length =
      space < 0 || space - at > 20 ? Number.NaN : Number(Buffer.from(bytes.subarray(at, space)).toString("latin1"));
    if (!Number.isInteger(length) || length <= space - at || at + length > bytes.length)
      throw new ArchiveRefused("it has a damaged extended header");
    const record = Buffer.from(bytes.subarray(space + 1, at + length - 1)).toString("utf8");
    const [key, value] = [record.slice(0, record.indexOf("=")), record.slice(record.indexOf("=") + 1)];
    if (key === "path") found.path = value;
    if (key === "linkpath") found.linkpath = value;
    if (key === "size") found.size = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    at += length;
  }
  return found;
}
