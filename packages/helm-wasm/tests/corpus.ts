import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TemplateRequest } from "../src/index.ts";
import { packChart } from "./pack.ts";

const corpus = fileURLToPath(new URL("corpus", import.meta.url));
const expected = fileURLToPath(new URL("corpus/expected", import.meta.url));

/** One rendering of a folder of the corpus, which is the whole tree. */
export interface Case {
  name: string;
  folder: string;
  request: Omit<TemplateRequest, "tree">;
  /** Packed charts to add to the tree: their path in it → the folder of the corpus they are made of. */
  packed?: Record<string, string>;
  /** Helm needs `helm dependency build` first. */
  build?: true;
  /** Expected to fail. With "own", `detail` is not what the native command says: it sees other paths, or looks no further. */
  fails?: "helm" | "own";
}

/** The files a case sees, by path. */
export function filesOf(test: Case): Record<string, Uint8Array> {
  const files = folderFiles(test.folder);
  for (const [path, folder] of Object.entries(test.packed ?? {})) {
    const name =
      path
        .split("/")
        .at(-1)
        ?.replace(/-\d.*$/, "") ?? folder;
    files[path] = packChart(name, folderFiles(folder));
  }
  return files;
}

function folderFiles(folder: string): Record<string, Uint8Array> {
  const root = join(corpus, folder);
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path))]));
}

export const expectedFile = (test: Case): string => join(expected, `${test.name}${test.fails ? ".json" : ".yaml"}`);
