import { posix } from "node:path";
import type { FieldPath } from "./yaml-positions.ts";

/** A field that names a file or a directory. */
export interface NamingEntry {
  field: FieldPath;
  /** As written. */
  text: string;
  /** What relative paths are relative to. */
  directory: string;
}

/** Sentences of the Helm engine that name something without quotes. */
const bareNames = /\b(?:there is no chart at|the dependency) (\S+)/g;

/** What a sentence of an engine names: quoted texts, and words that can only be paths. */
export function namesIn(sentence: string): ReadonlySet<string> {
  const about = sentence.replace(/^\S+ does not render: /, "");
  const captured = [...about.matchAll(/"([^"]*)"/g), ...about.matchAll(bareNames)].map(([, text = ""]) => text);
  const words = about.split(/\s+/).map((word) => word.replace(/[:,;.]+$/, ""));
  return new Set([...captured, ...words.filter((word) => /[./]/.test(word))].filter((name) => name !== ""));
}

/** A path that leaves the tree is clamped to its root by some, and kept by others. */
const withoutAscent = (path: string): string => path.replace(/^(?:\.\.\/)+/, "");

export function resolvedPath({ text, directory }: NamingEntry): string {
  const path = text.startsWith("/") ? text.slice(1) : posix.join(directory, text);
  return posix.normalize(path).replace(/\/$/, "");
}

/** Whether it leads out of the tree: in a kustomization, every absolute path does. */
export function leadsOut(entry: NamingEntry): boolean {
  return entry.text.startsWith("/") || resolvedPath(entry).startsWith("../");
}

/** The entry that names one of the paths: itself, or something below it where a link on the way is to blame. */
export function entryNaming<Entry extends NamingEntry>(
  entries: readonly Entry[],
  names: ReadonlySet<string>,
): Entry | undefined {
  const exact = entries.find((entry) => {
    const path = resolvedPath(entry);
    return names.has(entry.text) || names.has(path) || names.has(withoutAscent(path));
  });
  const paths = [...names].filter((name) => name.includes("/"));
  return exact ?? entries.find((entry) => paths.some((name) => resolvedPath(entry).startsWith(`${name}/`)));
}
