import { letters } from "./entries.ts";
import type { Entry, Letter } from "./entries.ts";

/** What `git ls-files -s -t -m -d -z` says: entries as of the index, and the paths whose file on disk differs or is gone. */
export interface IndexState {
  entries: Entry[];
  changed: Set<string>;
  removed: Set<string>;
}

/** Entries of `git ls-tree -r -z`. */
export function parseTree(output: string): Entry[] {
  return records(output).map((record) => {
    const tab = record.indexOf("\t");
    const idStart = record.lastIndexOf(" ", tab) + 1;
    return { path: record.slice(tab + 1), type: typeOf(record.slice(0, 6)), id: record.slice(idStart, tab) };
  });
}

/**
 * A record is `TAG MODE ID STAGE<tab>PATH`. Tags: C changed, R removed, S not checked out (sparse), M unmerged, H anything else. A changed
 * path comes twice, a removed one up to three times.
 */
export function parseIndex(output: string): IndexState {
  const state: IndexState = { entries: [], changed: new Set(), removed: new Set() };
  let last = "";
  // Scanned in place: this is most of what opening a large working copy costs here.
  for (let at = 0; at < output.length;) {
    const end = output.indexOf("\0", at);
    const tab = output.indexOf("\t", at);
    const path = output.slice(tab + 1, end);
    const tag = output.charAt(at);
    if (tag === "R") state.removed.add(path);
    else if (tag === "C" || tag === "M") state.changed.add(path);
    if (path !== last) {
      const id = output.slice(at + idStart, output.indexOf(" ", at + idStart));
      state.entries.push({ path, type: typeOf(output.slice(at + 2, at + 8)), id });
    }
    last = path;
    at = end + 1;
  }
  return state;
}

/** After the tag and the mode, each with a space. */
const idStart = 9;

/** Paths of `git ls-files -o -z`; a repository within the repository ends in a slash. */
export const parsePaths = (output: string): string[] => records(output);

const records = (output: string): string[] => output.split("\0").slice(0, -1);

/** Git's modes: 100644 and 100755 files, 120000 symbolic link, 160000 submodule. */
function typeOf(mode: string): Letter {
  if (mode === "120000") return letters.symlink;
  return mode === "160000" ? letters.submodule : letters.file;
}
