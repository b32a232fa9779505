import { dirname } from "node:path/posix";

/** What Git says changed between two revisions, as `git diff --name-status --no-renames` tells it. */
export interface ChangedFile {
  path: string;
  /** In the older revision; false for a file that came since. */
  existed: boolean;
}

/** Files that an Application is made of: those that rendering it reads, and everything in the folders of its sources. */
export interface Footprint {
  reads: readonly string[];
  folders: readonly string[];
}

/**
 * The changed files that make up the Application. A file that came or went since is not among those read now, so whatever lies
 * beside one that is counts.
 */
export function filesToRestore(changed: readonly ChangedFile[], { reads, folders }: Footprint): ChangedFile[] {
  const known = new Set(reads);
  const beside = new Set(reads.map((path) => dirname(path)).filter((folder) => folder !== "."));
  return changed.filter(
    ({ path }) =>
      known.has(path) || beside.has(dirname(path)) || folders.some((folder) => path.startsWith(`${folder}/`)),
  );
}

/** `M<nul>path<nul>` pairs of `git diff --name-status -z --no-renames OLD NEW`. */
export function parseNameStatus(output: string): ChangedFile[] {
  const parts = output.split("\0").filter((part) => part !== "");
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, index) => ({
    path: parts[index * 2 + 1] ?? "",
    existed: parts[index * 2] !== "A",
  }));
}

/** The branch of a rollback: the same one for the same Application and revision. */
export const branchOf = (application: string, commit: string): string =>
  `rollback/${application.replaceAll(/[^\w.-]/g, "-")}-${commit.slice(0, 7)}`;

/** A commit that says what it takes back. */
export function messageOf(application: string, commit: string, undone: readonly string[]): string {
  const list = undone.length === 0 ? "" : `\nIt takes back:\n\n${undone.map((line) => `- ${line}`).join("\n")}\n`;
  return `revert: ${application} to ${commit.slice(0, 7)}\n\nThe files that ${application} is made of are as they were in ${commit}.\n${list}`;
}
