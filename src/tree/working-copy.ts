import { lstatSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { SlipwayError } from "../model/error.ts";
import { letters, packEntries } from "./entries.ts";
import type { Entry, Letter } from "./entries.ts";
import { explainGit, isNoRepository, runGit } from "./git.ts";
import { parseIndex, parsePaths } from "./git-output.ts";
import type { IndexState } from "./git-output.ts";
import { openIndex, partId } from "./index-tree.ts";
import type { Tree } from "./tree.ts";
import { walk } from "./walk.ts";

/**
 * What git would commit if everything in the folder were added now: tracked files as they are on disk, and untracked ones that are not
 * ignored. Only changed files lack an id until somebody asks for it, so opening reads no content. A folder that is no repository, or that
 * its repository ignores as a whole, is taken as it lies on disk.
 */
export async function openWorkingCopy(folder: string): Promise<Tree> {
  const root = resolve(folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new SlipwayError("SLW-USAGE", `"${folder}" is not a folder`, { hint: "pass an existing folder as --root" });
  }
  const entries = await listRepository(root);
  const source = { root, kind: "working copy", repository: entries !== undefined } as const;
  const packed = packEntries(entries ?? walk(root), idLengthOf(entries));
  return openIndex({ type: "index", id: partId(), description: "the working copy", entries: packed, source });
}

async function listRepository(root: string): Promise<Entry[] | undefined> {
  // Two processes, because looking for untracked files takes longer than checking the tracked ones; the first is parsed meanwhile.
  const untracked = runGit(root, ["ls-files", "-o", "--exclude-standard", "-z"]);
  const [tracked, other] = await Promise.all([
    runGit(root, ["ls-files", "-s", "-t", "-m", "-d", "-z"]).then((result) => ({
      result,
      entries: [...asOnDisk(root, parseIndex(result.stdout.toString()))],
    })),
    untracked,
  ]);
  const failed = [tracked.result, other].find(({ status }) => status !== 0);
  if (failed && isNoRepository(failed)) return undefined;
  if (failed) throw explainGit(root, failed);
  const added = parsePaths(other.stdout.toString());
  if (tracked.result.stdout.length === 0 && added.length === 0) return undefined;
  return [...tracked.entries, ...added.flatMap((path) => changedEntry(root, path))];
}

function* asOnDisk(root: string, { entries, changed, removed }: IndexState): Iterable<Entry> {
  for (const entry of entries) {
    if (removed.has(entry.path)) continue;
    if (entry.type !== letters.submodule && changed.has(entry.path)) yield* changedEntry(root, entry.path);
    else yield entry;
  }
}

/** A file whose content no object has yet. Git ends the path of an untracked repository in a slash, and would add it as a submodule. */
function changedEntry(root: string, path: string): Entry[] {
  if (path.endsWith("/")) return [{ path: path.slice(0, -1), type: letters.submodule }];
  const type = typeOnDisk(join(root, path));
  return type ? [{ path, type }] : [];
}

function typeOnDisk(file: string): Letter | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) return letters.symlink;
  return found?.isFile() ? letters.file : undefined;
}

const idLengthOf = (entries: readonly Entry[] | undefined): number => entries?.find(({ id }) => id)?.id?.length ?? 40;
