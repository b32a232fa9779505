import { posix } from "node:path";
import type { Tree } from "./contracts.ts";
import { documentIndex } from "./document-index.ts";
import { isObject, stringAt } from "./json.ts";
import { localPath, pathEntries } from "./kustomization-facts.ts";
import { type NamingEntry, resolvedPath } from "./named-entry.ts";
import { join } from "./source-paths.ts";
import { kustomizationNames } from "./source-type.ts";

/** An entry of a kustomization or a Chart.yaml. */
export interface FileEntry extends NamingEntry {
  file: string;
  /** What it asks for, where that is a chart of a repository. */
  chart?: { name: string; repository: string };
}

/** How many directories are looked at to explain one failure. */
const mostDirectories = 200;

/** What a kustomization and those it builds on name. */
export function kustomizationEntries(tree: Tree, directory: string): FileEntry[] {
  return reachable(directory, (at) => {
    const files = kustomizationNames.map((name) => join(at, name));
    const found = files.map((file) => ({ file, value: valueOf(tree, file) })).find(({ value }) => value !== undefined);
    if (found === undefined) return [];
    const { file, value } = found;
    const named = pathEntries(value).map(({ field, text }) => ({
      field,
      text: localPath(text) ?? text,
      file,
      directory: at,
    }));
    const charts: unknown = isObject(value) ? value["helmCharts"] : undefined;
    const inflated = (Array.isArray(charts) ? charts : []).map((item: unknown, index) => ({
      file,
      directory: at,
      field: ["helmCharts", index],
      text: stringAt(item, "name") ?? "",
      chart: { name: stringAt(item, "name") ?? "", repository: stringAt(item, "repo") ?? "" },
    }));
    return [...named, ...inflated];
  });
}

const local = "file://";

/** The dependencies of a chart, and of those of them that lie in the repository too. */
export function dependencyEntries(tree: Tree, directory: string): FileEntry[] {
  return reachable(directory, (at) => {
    const file = join(at, "Chart.yaml");
    const value = valueOf(tree, file);
    const dependencies: unknown = isObject(value) ? value["dependencies"] : undefined;
    if (!Array.isArray(dependencies)) return [];
    return dependencies.flatMap((item: unknown, index): FileEntry[] => {
      const name = stringAt(item, "name") ?? "";
      const repository = stringAt(item, "repository") ?? "";
      const entry = { file, directory: at, field: ["dependencies", index] };
      if (repository.startsWith(local)) {
        return [{ ...entry, field: [...entry.field, "repository"], text: repository.slice(local.length) }];
      }
      if (repository === "") return [{ ...entry, text: name }];
      return [{ ...entry, text: name, chart: { name, repository } }];
    });
  });
}

function reachable(directory: string, entriesOf: (directory: string) => FileEntry[]): FileEntry[] {
  const visited = new Set<string>();
  const pending = [posix.join(directory, ".")];
  const found: FileEntry[] = [];
  for (let at = pending.shift(); at !== undefined && visited.size < mostDirectories; at = pending.shift()) {
    if (visited.has(at) || at.startsWith("..")) continue;
    visited.add(at);
    const entries = entriesOf(at === "." ? "" : at);
    found.push(...entries);
    pending.push(...entries.filter((entry) => entry.chart === undefined).map(resolvedPath));
  }
  return found;
}

function valueOf(tree: Tree, file: string): unknown {
  return documentIndex(tree).file(file)?.documents[0]?.value;
}
