import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { gunzipSync } from "node:zlib";
import { openFiles } from "../tree/index.ts";
import type { MemoryFile } from "../tree/index.ts";
import type { Sources, Tree } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";
import { ArchiveRefused, unpackTar } from "./tar.ts";

/** Argo CD's default is 1 GB; Helm itself loads no larger chart than this. */
const unpackedLimit = 100 * 2 ** 20;

export interface FetchedArchive {
  /** Absolute path of a tar, gzipped or not. */
  file: string;
  /** Digest of the file. */
  id: string;
  /** Whether everything is in the folder of a chart, which then is the tree. */
  isChart: boolean;
  /** For people: `web 1.2.3`. */
  name: string;
}

const opened = new WeakMap<Sources, Map<string, Tree>>();

/** The files of a fetched archive; the same tree for all who ask in one run. Throws a RenderFailure for what is not unpacked. */
export function archiveTree(archive: FetchedArchive, sources: Sources): Tree {
  const known = opened.get(sources) ?? new Map<string, Tree>();
  opened.set(sources, known);
  const key = `${archive.id} ${archive.isChart ? "chart" : "files"}`;
  const tree =
    known.get(key) ?? openFiles(unpack({ ...archive, read: () => readFileSync(archive.file) }), archive.name);
  known.set(key, tree);
  return tree;
}

/** The files of a packed chart that lies in another tree. Throws a RenderFailure for what is not unpacked. */
export function chartTree(content: Uint8Array, name: string): Tree {
  return openFiles(unpack({ read: () => Buffer.from(content), isChart: true, name }), name);
}

interface Packed extends Pick<FetchedArchive, "isChart" | "name"> {
  read: () => Buffer;
}

function unpack({ read, isChart, name }: Packed): Map<string, MemoryFile> {
  try {
    const packed = read();
    const isGzip = packed[0] === 0x1f && packed[1] === 0x8b;
    const files = unpackTar(isGzip ? gunzipSync(packed, { maxOutputLength: unpackedLimit }) : packed);
    return isChart ? withoutFolder(files, name) : files;
  } catch (error) {
    if (error instanceof RenderFailure) throw error;
    const refused = error instanceof ArchiveRefused;
    const why = error instanceof Error ? error.message : String(error);
    throw new RenderFailure(refused ? "render/refused" : "render/failed", `${name} is not unpacked: ${why}`, {
      cause: error,
    });
  }
}

/** A chart's files without the one folder around them. */
function withoutFolder(files: ReadonlyMap<string, MemoryFile>, name: string): Map<string, MemoryFile> {
  const chart = [...files.keys()].find((path) => posix.basename(path) === "Chart.yaml" && path.split("/").length === 2);
  if (chart === undefined)
    throw new RenderFailure("render/failed", `${name} is no chart: it has no Chart.yaml in a folder of its own`);
  const folder = `${posix.dirname(chart)}/`;
  const own = [...files].filter(([path]) => path.startsWith(folder));
  return new Map(own.map(([path, file]) => [path.slice(folder.length), file]));
}
