import type { Catalogue } from "../environment/catalogue.ts";
import type { Surroundings } from "../environment/check.ts";
import type { EnvironmentDocument } from "../environment/read.ts";
import { matchesDoubleStar } from "../gitops/glob.ts";
import { ifReadable } from "../gitops/if-readable.ts";
import { isObject } from "../gitops/json.ts";
import { splitDocuments, yamlOf } from "../gitops/yaml-read.ts";
import type { EnvironmentChange } from "../model/environment-change.ts";
import type { Finding } from "../model/finding.ts";
import type { Tree } from "../tree/index.ts";

/** The Environments of a tree: documents in files of folders called `environments`. */
export async function environmentsIn(tree: Tree, ignore: readonly string[]): Promise<EnvironmentDocument[]> {
  const files = [...tree.files()]
    .filter((file) => /(?:^|\/)environments\/[^/]+\.ya?ml$/.test(file))
    .filter((file) => !ignore.some((pattern) => matchesDoubleStar(pattern, file)));
  if (files.length === 0) return [];
  const { readEnvironments } = await import("../environment/read.ts");
  return files.toSorted().flatMap((file) => readEnvironments(file, ifReadable(() => textIn(tree, file)) ?? ""));
}

/** What is wrong with them. */
export async function checkEnvironmentFiles(
  documents: readonly EnvironmentDocument[],
  { tree, ...around }: Pick<Surroundings, "kubernetesVersions" | "catalogue"> & { tree: Tree },
): Promise<Finding[]> {
  if (documents.length === 0) return [];
  const { checkEnvironments } = await import("../environment/check.ts");
  return checkEnvironments(documents, {
    ...around,
    files: tree.files(),
    declaresApplication: (file) => {
      const text = ifReadable(() => textIn(tree, file));
      return text === undefined
        ? undefined
        : splitDocuments(text).some((document) => isApplication(yamlOf(document.text)));
    },
  });
}

/** What the change does to them and to the bill. */
export async function compareEnvironments(
  before: readonly EnvironmentDocument[],
  after: readonly EnvironmentDocument[],
  catalogue: Catalogue,
): Promise<EnvironmentChange[]> {
  if (before.length + after.length === 0) return [];
  const { environmentChanges } = await import("../environment/changes.ts");
  return environmentChanges(before, after, catalogue);
}

function isApplication(value: unknown): boolean {
  return isObject(value) && value["kind"] === "Application" && String(value["apiVersion"]).startsWith("argoproj.io/");
}

export function textIn(tree: Tree, file: string): string | undefined {
  const bytes = tree.read(file);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
