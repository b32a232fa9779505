import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderTree } from "go-wasm-host/testing";
import type { BuildRequest } from "../src/index.ts";

/**
 * tests/corpus/<name>: `input/` is the tree, `case.json` the request (path, options, loadRestrictor) if it is not a plain build
 * of the root. `expected.yaml` is what kustomize prints; where it fails there is `expected-error.txt`, in this package's words.
 */
export interface Case {
  name: string;
  input: string;
  request: BuildRequest;
  expected: string;
  fails: boolean;
}

const corpus = join(import.meta.dirname, "corpus");

export const cases: readonly Case[] = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const fails = name.startsWith("error-");
    const settings = join(corpus, name, "case.json");
    const input = join(corpus, name, "input");
    const request = { path: "", ...(existsSync(settings) && JSON.parse(readFileSync(settings, "utf8"))) };
    return {
      name,
      input,
      request: { ...request, tree: folderTree(input) },
      expected: join(corpus, name, fails ? "expected-error.txt" : "expected.yaml"),
      fails,
    };
  });
