import type { JsonObject, Resource } from "../../model/resource.ts";
import { normalize } from "../normalize.ts";
import type { ApplicationSpec } from "../schema.ts";

export const object = (
  kind: string,
  name: string,
  annotations: Record<string, string> = {},
  rest: JsonObject = {},
  apiVersion = "v1",
): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, annotations },
  ...rest,
});
export const produced = (...manifests: JsonObject[]): { manifest: JsonObject; at: [] }[] =>
  manifests.map((manifest) => ({ manifest, at: [] }));
export const crd = (scope: string): JsonObject =>
  object(
    "CustomResourceDefinition",
    "things.acme.io",
    {},
    { spec: { group: "acme.io", scope, names: { kind: "Thing" } } },
    "apiextensions.k8s.io/v1",
  );
export const resource = (manifest: JsonObject): Resource => {
  const [found] = normalize(produced(manifest), "", () => undefined).resources;
  if (found === undefined) throw new Error("the manifest was dropped");
  return found;
};
export const spec = (rest: Partial<ApplicationSpec> = {}): ApplicationSpec => ({
  project: "default",
  destination: { namespace: "shop" },
  ...rest,
});
