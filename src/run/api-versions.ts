import type { Schemas } from "kubeconform-wasm";

/** A cluster that runs Argo CD has Argo CD's own kinds. */
const argo = ["Application", "ApplicationSet", "AppProject"].map((kind) => ({
  apiVersion: "argoproj.io/v1alpha1",
  kind,
}));

/**
 * What Argo CD tells Helm that the cluster has: `apps/v1` and `apps/v1/Deployment` for every kind, which charts ask for with
 * `.Capabilities.APIVersions.Has`. Without being told, Helm knows no kinds.
 */
export function apiVersionsOf(schemas: Pick<Schemas, "builtInKinds">, version: string): string[] {
  const kinds = [...schemas.builtInKinds(version), ...argo];
  return [...new Set(kinds.flatMap(({ apiVersion, kind }) => [apiVersion, `${apiVersion}/${kind}`]))].toSorted();
}
