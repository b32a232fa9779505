import { posix } from "node:path";
import type { FileTree } from "./contracts.ts";
import { RenderFailure } from "./failure.ts";

/** A source's path within its repository, "" being the root. Refuses absolute paths and escapes, as Argo CD does. */
export function sourcePath(path: string): string {
  if (path.startsWith("/"))
    throw new RenderFailure(
      "render/failed",
      `The source path ${path} is absolute; Argo CD wants it relative to the repository`,
      { field: ["path"] },
    );
  const clean = posix.normalize(path).replace(/\/$/, "");
  if (clean === ".." || clean.startsWith("../")) {
    throw new RenderFailure("render/refused", `The source path ${path} leads out of the repository`, {
      field: ["path"],
    });
  }
  return clean === "." ? "" : clean;
}

/** A file named in a source: relative to the source's directory, or to the repository's root with a leading slash. */
export function fileInSource(directory: string, file: string): string {
  const joined = file.startsWith("/") ? posix.normalize(file.slice(1)) : posix.normalize(posix.join(directory, file));
  if (joined === ".." || joined.startsWith("../")) {
    throw new RenderFailure("render/refused", `The file ${file} leads out of the repository`);
  }
  return joined.replace(/^\.?\/+/, "");
}

export function join(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}

/** All files below a directory in the order of a lexical walk; `enter` decides which directories are walked. */
export function* walk(tree: FileTree, directory: string, enter: (path: string) => boolean): Generator<string> {
  const entries = [...(tree.list(directory) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (!entry.directory) yield path;
    else if (enter(path)) yield* walk(tree, path, enter);
  }
}
