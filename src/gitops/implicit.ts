import type { SourceLocation } from "../model/resource.ts";
import { looksLikeTemplate } from "../yaml/template.ts";
import type { Application } from "./application.ts";
import { baseName, normalizeName } from "./applicationset/names.ts";
import type { Tree } from "./contracts.ts";
import { ifReadable } from "./if-readable.ts";
import { ancestors, type Layout, parent, type Remember, rememberNothing, textOf } from "./layout.ts";
import type { ApplicationSource } from "./schema-source.ts";
import type { Unit } from "./unit.ts";
import { parseYaml, splitDocuments } from "./yaml-read.ts";

/** The URL that means "this repository" in Applications nobody wrote. */
export const thisRepository = "slipway:this-repository";

/** A unit for a directory that no Application points to. */
function implicitUnit(
  name: string,
  source: Omit<ApplicationSource, "repoURL">,
  at: SourceLocation,
  namespace = "",
): Unit {
  const application: Application = {
    name,
    namespace: "",
    annotations: {},
    spec: {
      project: "default",
      destination: { server: "https://kubernetes.default.svc", ...(namespace !== "" && { namespace }) },
      source: { repoURL: thisRepository, ...source },
    },
    object: {},
    at: [],
  };
  return { kind: "implicit", name, namespace: "", application, depth: 0, at: [at] };
}

function nameOf(directory: string): string {
  return directory === "" ? "(root)" : directory;
}

export function kustomizationUnit(directory: string, layout: Layout): Unit {
  const file = layout.kustomizations.get(directory)?.file ?? directory;
  return implicitUnit(nameOf(directory), { path: directory, kustomize: {} }, { file, line: 1, column: 1 });
}

/** A chart is rendered with its own defaults, as `helm template` in its folder would. */
export function chartUnit(directory: string): Unit {
  const releaseName =
    normalizeName(baseName(directory === "" ? "release" : directory)).replaceAll(".", "-") || "release";
  const file = directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`;
  return implicitUnit(
    nameOf(directory),
    { path: directory, helm: { releaseName } },
    { file, line: 1, column: 1 },
    "default",
  );
}

/** Kustomization roots that nothing has read yet. */
export function uncoveredKustomizations(
  layout: Layout,
  read: ReadonlySet<string>,
  pointedAt: ReadonlySet<string>,
): string[] {
  return layout.roots.filter((directory) => {
    const file = layout.kustomizations.get(directory)?.file;
    return file !== undefined && !read.has(file) && !pointedAt.has(directory) && !isHidden(directory);
  });
}

/**
 * A unit of manifests that only lie in a folder together. A kustomization in that folder or above it that does not name
 * them leaves them out: patches that are switched off, for one.
 */
export function manifestsUnit(directory: string, files: readonly string[], layout: Layout): Unit {
  const [first = directory] = files;
  const unit = implicitUnit(
    `${nameOf(directory)} (manifests)`,
    { path: directory },
    { file: first, line: 1, column: 1 },
  );
  const aside = [directory, ...ancestors(directory)].some((above) => layout.kustomizations.has(above));
  return { ...unit, files, ...(aside && { aside }) };
}

export function uncoveredCharts(layout: Layout, read: ReadonlySet<string>, pointedAt: ReadonlySet<string>): string[] {
  return [...layout.charts.values()]
    .filter(({ directory, library }) => {
      const file = directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`;
      return !library && !read.has(file) && !pointedAt.has(directory) && !isHidden(directory);
    })
    .map(({ directory }) => directory)
    .sort();
}

/** Folders with a leading dot hold settings of tools and what is put aside. */
const isHidden = (path: string): boolean => /(?:^|\/)\./.test(path);

/**
 * Manifests that nothing has read, by folder. Files without apiVersion and kind are none, nor are slipway's own, hidden
 * ones, and what belongs to a chart or a kustomization.
 */
export function uncoveredManifests(
  tree: Tree,
  layout: Layout,
  read: ReadonlySet<string>,
  remember: Remember = rememberNothing,
): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const file of layout.documents) {
    if (read.has(file) || layout.owned.has(file) || isHidden(file) || layout.chartAround(file) !== undefined) continue;
    if (ifReadable(() => isManifest(tree, file, remember)) !== true) continue;
    const folder = parent(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Remembered by way of reading, too: JSON is read in a way of its own. */
function isManifest(tree: Tree, file: string, remember: Remember): boolean {
  const kind = file.endsWith(".json") ? "manifest in JSON" : "manifest in YAML";
  return remember(kind, tree.lookup(file)?.id ?? file, () => looksLikeManifest(file, textOf(tree, file)));
}

function isYaml(text: string): boolean {
  try {
    for (const document of splitDocuments(text)) parseYaml(document.text);
    return true;
  } catch {
    return false;
  }
}

function looksLikeManifest(file: string, text: string): boolean {
  const [version, kind] = file.endsWith(".json")
    ? [/"apiVersion"\s*:\s*"([^"]+)"/, /"kind"\s*:\s*"[^"]/]
    : [/^(?:--- *)?["']?apiVersion["']?\s*:\s*["']?([\w./-]+)/m, /^["']?kind["']?\s*:\s*["']?\w/m];
  const found = version.exec(text)?.[1];
  if (found === undefined || !kind.test(text)) return false;
  if (looksLikeTemplate(text) && !isYaml(text)) return false;
  return !found.startsWith("slipway.dev/") && !found.startsWith("kustomize.config.k8s.io/");
}
