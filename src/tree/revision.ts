import { resolve } from "node:path";
import { loadBlobs } from "./blobs.ts";
import { letters, openEntries, packEntries } from "./entries.ts";
import type { Entry } from "./entries.ts";
import { explainGit, isNoRepository, runGit } from "./git.ts";
import { parseTree } from "./git-output.ts";
import { openIndex, partId } from "./index-tree.ts";
import { absent, checkRef, notARepository } from "./ref.ts";
import type { PackedEntries, Tree } from "./tree.ts";

/**
 * A revision read from git's objects, without a checkout. `root` may be a folder within the repository: then it is that folder's tree, which
 * is empty if the revision does not have the folder. Blobs that `like` (the working copy) does not have at the same path are loaded now, up to
 * a limit; the others are read from disk, and whatever is left from git when it is asked for.
 */
export async function openRevision(
  root: string,
  ref: string,
  options: { like?: Tree | Promise<Tree> } = {},
): Promise<Tree> {
  checkRef(ref);
  const folder = resolve(root);
  const listed = await runGit(folder, ["ls-tree", "-r", "-z", "--end-of-options", ref]);
  if (isNoRepository(listed)) throw notARepository(folder, ref);
  if (/Not a valid object name|not a tree object/.test(listed.stderr)) throw await absent(folder, ref);
  if (listed.status !== 0) throw explainGit(folder, listed);

  const found = parseTree(listed.stdout.toString());
  const entries = packEntries(found, found[0]?.id?.length);
  const blobs = await loadBlobs(folder, differing(found, await options.like));
  return openIndex({
    type: "index",
    id: partId(),
    description: `revision ${/^[0-9a-f]{40,}$/.test(ref) ? ref.slice(0, 12) : ref}`,
    entries,
    source: { root: folder, kind: "revision", repository: true, ...(blobs ? { blobs } : {}) },
  });
}

/** Ids of the blobs that the working copy does not hold unmodified at the same path. */
function differing(entries: readonly Entry[], like: Tree | undefined): string[] {
  const part = like?.snapshot().find(({ type }) => type === "index");
  const same = part?.type === "index" ? idsByPath(part.entries) : undefined;
  return entries.flatMap(({ path, type, id }) =>
    id === undefined || type === letters.submodule || same?.(path) === id ? [] : [id],
  );
}

function idsByPath(packed: PackedEntries): (path: string) => string | undefined {
  const entries = openEntries(packed);
  return (path) => {
    const place = entries.find(path);
    return typeof place === "number" ? entries.id(place) : undefined;
  };
}
