import type { DirEntry, FileTree } from "go-wasm-host";

export type { DirEntry, FileTree };

type EntryType = "file" | "directory" | "symlink" | "submodule";

/**
 * What a path leads to. Symbolic links are followed, so `symlink` is one whose target does not exist. `id` is the git blob id
 * of a file, the listing id of a directory, the `sha256:…` of a mounted archive, and "" for a submodule.
 */
export interface TreeEntry {
  readonly path: string;
  readonly type: EntryType;
  readonly id: string;
}

/**
 * A read-only file tree: an index of paths and ids in memory, content on demand. Paths are '/'-separated and relative to the root,
 * "" being the root. Every method throws EngineError("refused") for a path, or a symbolic link on it, that leaves the tree.
 */
export interface Tree extends FileTree {
  lookup(path: string): TreeEntry | undefined;
  /** Where symbolic links on the way lead; the path itself if there are none, or nothing at their end. */
  realPath(path: string): string;
  /** Digest of the names and types of a directory's direct entries. */
  listingId(path: string): string | undefined;
  /** Every regular file in or below a directory, in path order; links are not followed, mounts are not entered. */
  files(under?: string): Iterable<string>;
  /** For people: "the working copy", "revision 1a2b3c4". */
  describe(): string;
  /** The plain data from which a worker rebuilds the tree: its parts, each after those it stands on, the tree itself last. */
  snapshot(): readonly TreePart[];
}

/** Structured-cloneable and small next to the content: strings and shared memory. `id` is unique within the process. */
export type TreePart = IndexPart | MountPart;

export interface IndexPart {
  type: "index";
  id: number;
  description: string;
  entries: PackedEntries;
  source: ContentSource;
}

/** `below` and `tree` are ids of other parts. */
export interface MountPart {
  type: "mount";
  id: number;
  below: number;
  mounts: (FileMount | ContentMount | { path: string; tree: number })[];
}

/** A file that appears at `path` though it lies elsewhere on disk; `id` names its content. */
export interface FileMount {
  path: string;
  file: string;
  id: string;
}

/** A file that appears at `path` with content of its own, in place of what the tree has there. */
export interface ContentMount {
  path: string;
  bytes: Uint8Array;
  id: string;
}

/** Paths joined by NUL in UTF-16 order, one letter of type each, and ids of equal length, blanks where not yet known. */
export interface PackedEntries {
  paths: string;
  types: string;
  ids: string;
  idLength: number;
}

/** Where the content of an index is found: on disk below `root`, in `blobs` loaded ahead, or in the repository around `root`. */
export interface ContentSource {
  root: string;
  /** A working copy is what the disk says; in a revision, the disk is only a fast copy of the blobs that are the same there. */
  kind: "working copy" | "revision";
  repository: boolean;
  blobs?: LoadedBlobs;
}

/** Blobs in one shared buffer: ids joined without separator, and offset and length of each. */
export interface LoadedBlobs {
  ids: string;
  idLength: number;
  ranges: Uint32Array;
  bytes: SharedArrayBuffer;
}
