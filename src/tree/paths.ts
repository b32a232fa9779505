import { EngineError } from "go-wasm-host";

/**
 * The one name a path has in a tree: no ".", "..", doubled or trailing slashes. Throws EngineError("refused") for an absolute path and
 * for one that leaves the root. Dots are resolved by name, before symbolic links, as kustomize and Helm do.
 */
export function normalize(path: string): string {
  const clean = resolve("", path);
  if (clean === undefined) throw new EngineError("refused", `"${path}" is outside the repository`);
  return clean;
}

/** `path` as seen from `directory`, or undefined when it is absolute or leads outside the root. */
export function resolve(directory: string, path: string): string | undefined {
  if (path.startsWith("/")) return undefined;
  if (directory === "" && isNormal(path)) return path;
  const names = directory === "" ? [] : directory.split("/");
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join("/");
}

const needsWork = /(?:^|\/)\.{0,2}(?:\/|$)/;

export function isNormal(path: string): boolean {
  return path === "" || !needsWork.test(path);
}

/** The directory a path is in; the root for a name without slash. */
export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
