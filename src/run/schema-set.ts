import { createHash } from "node:crypto";
import { crdSchemas, fetchSchemas, isHttp } from "kubeconform-wasm";
import type { SchemaSet } from "../engine/index.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { Tree } from "../tree/index.ts";

export interface SchemaSources {
  tree: Tree;
  kubernetesVersion: string;
  locations: readonly string[];
  offline: boolean;
}

/** The schemas of a run: bundled ones, the CRDs that its own manifests bring, and what its locations answer. */
export async function schemaSet(
  applications: readonly RenderedApplication[],
  { tree, locations, offline, kubernetesVersion }: SchemaSources,
): Promise<SchemaSet> {
  const manifests = applications.flatMap(({ rendered }) => rendered.resources.map(({ manifest }) => manifest));
  // Of several CRDs for one kind the last counts: that of an Application, not of a fixture, which comes after it.
  const crds = manifests.toReversed().flatMap(crdSchemas);
  if (offline || !locations.some(isHttp)) return { locations, crds, tree };
  const kinds = new Map(
    manifests.map((manifest) => [`${String(manifest["apiVersion"])} ${String(manifest["kind"])}`, manifest]),
  );
  const queries = [...kinds.values()].map(({ apiVersion, kind }) => ({
    apiVersion: String(apiVersion),
    kind: String(kind),
    kubernetesVersion,
    strict: true,
  }));
  return { locations, crds, tree, fetched: await fetchSchemas(locations, queries, fetch) };
}

/** Equal for sets that give equal verdicts. */
export function schemaSetDigest(
  { locations = [], crds, fetched = new Map(), tree }: SchemaSet,
  version: string,
): string {
  const inFiles = locations.some((location) => location !== "default" && !isHttp(location));
  // A schema may refer to any other file.
  const files = inFiles && tree ? [...tree.files()].map((file) => [file, tree.lookup(file)?.id]) : [];
  const set = [version, locations, crds, [...fetched], files];
  return createHash("sha256").update(JSON.stringify(set)).digest("hex");
}
