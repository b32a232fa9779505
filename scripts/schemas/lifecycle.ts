/**
 * Writes src/checks/deprecation/api-versions.json, the API versions that Kubernetes has deprecated or stopped serving, from the life cycles that
 * its types declare: `node --conditions=source scripts/schemas/lifecycle.ts [--check]`. Needs Go. Types go when they are no longer
 * served, so several minors are read; the newest one that has a type decides.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { moduleFolder } from "./go.ts";
import { lifecycleSources } from "./sources.ts";

/** apiVersion → kind → first minor that warns, first minor without it, what replaces it. */
type Life = [deprecated: string, removed: string, replacement?: string];
type ApiVersions = Record<string, Record<string, Life>>;

const release = /func \(in \*(\w+)\) APILifecycle(Deprecated|Removed)\(\)[^{]*\{\s*return (\d+), (\d+)/g;
const replacement =
  /func \(in \*(\w+)\) APILifecycleReplacement\(\)[^{]*\{\s*return schema\.GroupVersionKind\{Group: "([^"]*)", Version: "([^"]*)", Kind: "([^"]*)"/g;

/** The life cycles that one generated file declares, by kind; lists are no manifests. */
export function lifecyclesIn(code: string): Record<string, Life> {
  const releases = new Map<string, string>();
  for (const [, kind, event, major, minor] of code.matchAll(release))
    releases.set(`${event} ${kind}`, `${major}.${minor}`);
  const replacements = new Map<string, string>();
  for (const [, kind = "", group, version, other = ""] of code.matchAll(replacement)) {
    const apiVersion = group === "" ? version : `${group}/${version}`;
    replacements.set(kind, other === kind || other === `${kind}List` ? `${apiVersion}` : `${apiVersion} ${other}`);
  }
  const found: Record<string, Life> = {};
  for (const [name, deprecated] of releases) {
    const [event, kind = ""] = name.split(" ");
    const removed = releases.get(`Removed ${kind}`);
    if (event !== "Deprecated" || removed === undefined || kind.endsWith("List") || kind.endsWith("Options")) continue;
    const instead = replacements.get(kind);
    found[kind] = instead === undefined ? [deprecated, removed] : [deprecated, removed, instead];
  }
  return found;
}

function lifecycleFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("zz_generated.prerelease-lifecycle.go"))
    .sort();
}

/** group → kind → its versions in the newest release, of which one may stand in where no replacement is declared. */
type Served = Map<string, string[]>;

function readAll(): ApiVersions {
  const all: ApiVersions = {};
  const served: Served = new Map();
  for (const [index, source] of lifecycleSources.entries()) {
    const folder = moduleFolder(source);
    if (index === 0) readServed(folder, served);
    for (const file of lifecycleFiles(folder)) {
      const home = join(folder, dirname(file));
      const group = groupIn(home);
      const version = home.split("/").at(-1) ?? "";
      const kinds = lifecyclesIn(readFileSync(join(folder, file), "utf8"));
      const apiVersion = group === "" ? version : `${group}/${version}`;
      all[apiVersion] = { ...kinds, ...all[apiVersion] };
    }
  }
  for (const [apiVersion, kinds] of Object.entries(all)) {
    for (const [kind, life] of Object.entries(kinds)) {
      const stable = stableOf(served.get(`${apiVersion.split("/")[0]} ${kind}`) ?? []);
      if (life[2] === undefined && stable !== undefined) life[2] = `${apiVersion.split("/")[0]}/${stable}`;
    }
  }
  return sorted(all);
}

function readServed(folder: string, served: Served): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("/types.go")) continue;
    const home = join(folder, dirname(file));
    const group = groupIn(home);
    for (const [, kind] of readFileSync(join(folder, file), "utf8").matchAll(
      /^type (\w+) struct \{\n\s*metav1\.TypeMeta/gm,
    )) {
      const name = `${group} ${kind}`;
      served.set(name, [...(served.get(name) ?? []), home.split("/").at(-1) ?? ""]);
    }
  }
}

/** The highest version that is no beta. */
const stableOf = (versions: readonly string[]): string | undefined =>
  versions.filter((version) => /^v\d+$/.test(version)).toSorted((a, b) => Number(b.slice(1)) - Number(a.slice(1)))[0];

const groupIn = (home: string): string =>
  /GroupName = "([^"]*)"/.exec(readFileSync(join(home, "register.go"), "utf8"))?.[1] ?? "";

function sorted(all: ApiVersions): ApiVersions {
  const byName = <T>(record: Record<string, T>): [string, T][] =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    byName(all)
      .filter(([, kinds]) => Object.keys(kinds).length > 0)
      .map(([apiVersion, kinds]) => [apiVersion, Object.fromEntries(byName(kinds))]),
  );
}

/** One kind a line. */
function textOf(all: ApiVersions): string {
  const groups = Object.entries(all).map(([apiVersion, kinds]) => {
    const lines = Object.entries(kinds).map(
      ([kind, life]) => `    ${JSON.stringify(kind)}: [${life.map((one) => JSON.stringify(one)).join(", ")}]`,
    );
    return `  ${JSON.stringify(apiVersion)}: {\n${lines.join(",\n")}\n  }`;
  });
  return `{\n${groups.join(",\n")}\n}\n`;
}

if (import.meta.main) {
  const path = new URL("../../src/checks/deprecation/api-versions.json", import.meta.url);
  const text = textOf(readAll());
  const committed = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (!process.argv.includes("--check")) writeFileSync(path, text);
  else if (committed.replaceAll(/\s/g, "") !== text.replaceAll(/\s/g, "")) process.exitCode = 1;
  console.log(
    process.exitCode === 1
      ? "api-versions.json differs from what the modules say"
      : "api-versions.json: as the modules say",
  );
}
