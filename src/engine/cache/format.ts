import { createHash } from "node:crypto";

/**
 * The file: magic, length of the meta part (u32, little endian), SHA-256 of the meta part, meta part (JSON), bodies. Reads are numbers of
 * facts that many entries share, such as "path x has id y", so that each is written and compared once.
 */
const magic = Buffer.from("slipway-renders\n");
export const headerLength = magic.length + 4 + 32;
/** Longer meta parts are not ours. */
const longestMeta = 256 * 1024 ** 2;

/** Path and id by turns; an id is null where nothing was found. */
export type Pairs = (string | null)[];

export interface EntryMeta {
  key: string;
  /** Indexes of pairs, counted in pairs. */
  files: number[];
  listings: number[];
  facts: unknown;
  /** From the start of the bodies, in bytes, as compressed. */
  offset: number;
  length: number;
  /** SHA-256 of the compressed body. */
  digest: string;
  /** How many times the file was written since the entry was last of use. */
  unused: number;
}

export interface Meta {
  stamp: string;
  files: Pairs;
  listings: Pairs;
  entries: EntryMeta[];
}

export const digestOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** Everything before the bodies. */
export function encodeHead(meta: Meta): Buffer {
  const text = Buffer.from(JSON.stringify(meta));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([magic, length, Buffer.from(digestOf(text), "hex"), text]);
}

/** The length of the meta part, or undefined if this is no such file. */
export function metaLength(header: Buffer): number | undefined {
  if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic)) return undefined;
  const length = header.readUInt32LE(magic.length);
  return length > 0 && length <= longestMeta ? length : undefined;
}

/** The meta part, or undefined unless it is exactly what encodeHead wrote for this stamp. */
export function decodeMeta(header: Buffer, text: Buffer, stamp: string): Meta | undefined {
  if (digestOf(text) !== header.toString("hex", magic.length + 4, headerLength)) return undefined;
  try {
    const meta: unknown = JSON.parse(text.toString());
    return isMeta(meta) && meta.stamp === stamp ? meta : undefined;
  } catch {
    return undefined;
  }
}

function isMeta(value: unknown): value is Meta {
  if (!isRecord(value) || typeof value["stamp"] !== "string") return false;
  const { files, listings, entries } = value;
  if (!isPairs(files) || !isPairs(listings) || !Array.isArray(entries)) return false;
  return entries.every((entry) => isEntry(entry, files.length / 2, listings.length / 2));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPairs = (value: unknown): value is Pairs =>
  Array.isArray(value) &&
  value.length % 2 === 0 &&
  value.every((each, at) => typeof each === "string" || (each === null && at % 2 === 1));

function isEntry(value: unknown, files: number, listings: number): value is EntryMeta {
  if (!isRecord(value) || typeof value["key"] !== "string" || typeof value["digest"] !== "string") return false;
  const numbers = [value["offset"], value["length"], value["unused"]];
  return (
    numbers.every((each) => isIndex(each, Infinity)) &&
    areIndexes(value["files"], files) &&
    areIndexes(value["listings"], listings)
  );
}

const areIndexes = (value: unknown, limit: number): boolean =>
  Array.isArray(value) && value.every((each) => isIndex(each, limit));

const isIndex = (value: unknown, limit: number): boolean =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value < limit;
