import { crdSchemas, fetchSchemas, isHttp } from "kubeconform-wasm";
import { mergeMissing, schemaFindings } from "../checks/schema.ts";
import type { Engines, SchemaSet } from "../engine/index.ts";
import { locate } from "../gitops/locate.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import type { Tree } from "../tree/index.ts";

export interface SchemaContext {
  tree: Tree;
  engines: Engines;
  kubernetesVersion: string;
  locations: readonly string[];
  offline: boolean;
}

/** Validates every rendered resource against the schema of its kind, CRDs of the repository and its charts included. */
export async function checkSchemas(
  applications: readonly RenderedApplication[],
  context: SchemaContext,
): Promise<Finding[]> {
  const { engines, kubernetesVersion, tree } = context;
  const schemas = await schemaSet(applications, context);
  const findings = await Promise.all(
    applications.map(async ({ rendered }) => {
      const { application, resources, reads } = rendered;
      if (resources.length === 0) return [];
      const request = {
        resources: resources.map(({ manifest }) => manifest),
        kubernetesVersion,
        strict: true,
        schemas,
      };
      const results = await engines.validate(request);
      return schemaFindings(application, resources, results, (resource, path) =>
        locate(resource, fieldPath(path), { tree, reads }),
      );
    }),
  );
  return mergeMissing(findings.flat());
}

async function schemaSet(
  applications: readonly RenderedApplication[],
  { tree, locations, offline, kubernetesVersion }: SchemaContext,
): Promise<SchemaSet> {
  const manifests = applications.flatMap(({ rendered }) => rendered.resources.map(({ manifest }) => manifest));
  const crds = manifests.flatMap(crdSchemas);
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
