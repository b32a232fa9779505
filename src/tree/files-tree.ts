import { blobId } from "./content.ts";
import { letters, packEntries } from "./entries.ts";
import { openIndex, partId } from "./index-tree.ts";
import type { LoadedBlobs, Tree } from "./tree.ts";

/** A file in memory; of a symbolic link, the content is its target. */
export interface MemoryFile {
  type: "file" | "symlink";
  content: Uint8Array;
}

/** A tree of files in memory, such as those of an archive: they are in no folder, and workers share them. */
export function openFiles(files: ReadonlyMap<string, MemoryFile>, description: string): Tree {
  const found = [...files].map(([path, { type, content }]) => ({ path, type: letters[type], id: blobId(content) }));
  return openIndex({
    type: "index",
    id: partId(),
    description,
    entries: packEntries(found),
    source: { root: "", kind: "revision", repository: true, blobs: shared([...files.values()]) },
  });
}

function shared(files: readonly MemoryFile[]): LoadedBlobs {
  const contents = new Map(files.map(({ content }) => [blobId(content), content]));
  const bytes = new SharedArrayBuffer([...contents.values()].reduce((sum, { length }) => sum + length, 0));
  const ranges: number[] = [];
  let at = 0;
  for (const content of contents.values()) {
    new Uint8Array(bytes, at, content.length).set(content);
    ranges.push(at, content.length);
    at += content.length;
  }
  return { ids: [...contents.keys()].join(""), idLength: 40, ranges: Uint32Array.from(ranges), bytes };
}
