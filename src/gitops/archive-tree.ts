import { gunzipSync } from "node:zlib";
import type { DirEntry, FileTree } from "./contracts.ts";

const block = 512;
const unpackedLimit = 100 * 2 ** 20;

/** The files of a chart archive, without its top folder: Argo CD looks up a chart's value files in there. */
export function archiveTree(archive: Uint8Array): FileTree {
  const files = new Map<string, Uint8Array>();
  for (const [name, content] of tarFiles(gunzipSync(archive, { maxOutputLength: unpackedLimit }))) {
    files.set(name.slice(name.indexOf("/") + 1), content);
  }
  return {
    read: (path) => files.get(path),
    list: (directory) => entriesOf(files.keys(), directory),
  };
}

function* tarFiles(tar: Uint8Array): Generator<[string, Uint8Array]> {
  let longName: string | undefined;
  for (let at = 0; at + block <= tar.length;) {
    const text = (start: number, length: number): string =>
      Buffer.from(tar.subarray(at + start, at + start + length))
        .toString("utf8")
        .replace(/\0.*$/su, "");
    const size = Number.parseInt(text(124, 12).trim() || "0", 8);
    if (text(0, 1) === "" || Number.isNaN(size)) return;
    const content = tar.subarray(at + block, at + block + size);
    const type = text(156, 1);
    if (type === "x") longName = /\d+ path=([^\n]*)\n/.exec(Buffer.from(content).toString("utf8"))?.[1];
    else if (type === "L") longName = Buffer.from(content).toString("utf8").replace(/\0+$/, "");
    else {
      const prefix = text(345, 155);
      const name = longName ?? (prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`);
      longName = undefined;
      if (type === "0" || type === "") yield [name.replace(/^\.\//, ""), content];
    }
    at += block + Math.ceil(size / block) * block;
  }
}

function entriesOf(paths: Iterable<string>, directory: string): DirEntry[] | undefined {
  const found = new Map<string, boolean>();
  const prefix = directory === "" ? "" : `${directory}/`;
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    const slash = rest.indexOf("/");
    found.set(slash < 0 ? rest : rest.slice(0, slash), slash >= 0);
  }
  if (found.size === 0) return undefined;
  return [...found]
    .map(([name, isDirectory]) => ({ name, directory: isDirectory }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
