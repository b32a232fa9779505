import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { isObject } from "../../src/gitops/json.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import { git } from "../registries/git-server.ts";

/** A small repository of the corpus, committed in a folder of its own. */
export interface Case {
  name: string;
  root: string;
}

/** Where the corpus' example.com addresses lead in this run, without a slash at the end. */
export interface Addresses {
  git: string;
  charts: string;
  forge: string;
}

/** Copies every repository below `corpus` into `folder` as `<case>.git`, with its addresses replaced, and commits it. */
export function stageCases(corpus: string, folder: string, addresses: Addresses): Case[] {
  return readdirSync(corpus)
    .toSorted()
    .map((name) => {
      const root = join(folder, `${name}.git`);
      cpSync(join(corpus, name), root, { recursive: true });
      for (const path of readdirSync(root, { recursive: true, encoding: "utf8" })) {
        const file = join(root, path);
        if (statSync(file).isFile()) readdress(file, addresses);
      }
      git(root, "init", "--quiet", "--initial-branch", "main");
      git(root, "add", "--all");
      git(root, "commit", "--quiet", "--message", "corpus");
      return { name, root };
    });
}

function readdress(file: string, { git: repositories, charts, forge }: Addresses): void {
  // Latin-1 keeps every byte of files that are no text.
  const text = readFileSync(file, "latin1");
  const changed = text
    .replaceAll("https://git.example.com", repositories)
    .replaceAll("https://charts.example.com", charts)
    .replaceAll("https://api.example.com", forge);
  if (changed !== text) writeFileSync(file, changed, "latin1");
}

/** What a person would hand to `kubectl apply` for this case: everything in its `bootstrap` folder, projects first. */
export function bootstrapOf({ root }: Case): JsonObject[] {
  const folder = join(root, "bootstrap");
  const objects = readdirSync(folder).flatMap((file) => objectsIn(readFileSync(join(folder, file), "utf8")));
  const rank = ({ kind }: JsonObject): number => (kind === "AppProject" ? 0 : 1);
  return objects.toSorted((a, b) => rank(a) - rank(b));
}

const objectsIn = (text: string): JsonObject[] =>
  // Kubernetes reads YAML 1.1.
  parseAllDocuments(text, { version: "1.1" })
    .map((document): unknown => document.toJS())
    .filter(isObject);
