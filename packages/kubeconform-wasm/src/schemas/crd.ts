import { isObject, listAt, objectAt, own, stringAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { compactSchema } from "./compact.ts";

export type Scope = "Namespaced" | "Cluster";
export const objectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

/** One served or stored version of a custom resource. */
export interface CustomKind {
  apiVersion: string;
  kind: string;
  plural: string;
  scope: Scope;
  served: boolean;
  storage: boolean;
  /** Compact OpenAPI v3 schema (see compactSchema). */
  schema: JsonObject;
}

/**
 * The kinds a CustomResourceDefinition (apiextensions.k8s.io/v1, or v1beta1 as old charts still ship it) brings, straight from its
 * manifest. Anything that is no CustomResourceDefinition, or is too broken to name a kind, brings none.
 */
export function crdSchemas(manifest: unknown): CustomKind[] {
  if (!isObject(manifest) || stringAt(manifest, "kind") !== "CustomResourceDefinition") return [];
  if (!stringAt(manifest, "apiVersion")?.startsWith("apiextensions.k8s.io/")) return [];
  const spec = objectAt(manifest, "spec") ?? {};
  const group = stringAt(spec, "group");
  const names = objectAt(spec, "names") ?? {};
  const kind = stringAt(names, "kind");
  if (group === undefined || kind === undefined) return [];
  const preserve = own(spec, "preserveUnknownFields") === true;
  return versionsOf(spec).flatMap((version) => {
    const name = stringAt(version, "name");
    if (name === undefined) return [];
    const declared = openApiSchema(version) ?? openApiSchema({ schema: objectAt(spec, "validation") ?? {} });
    return [
      {
        apiVersion: `${group}/${name}`,
        kind,
        plural: stringAt(names, "plural") ?? kind.toLowerCase(),
        scope: stringAt(spec, "scope") === "Cluster" ? "Cluster" : "Namespaced",
        served: own(version, "served") !== false,
        storage: own(version, "storage") !== false,
        schema: rootSchema(declared, preserve),
      },
    ];
  });
}

function versionsOf(spec: JsonObject): JsonObject[] {
  const versions = listAt(spec, "versions")?.filter(isObject) ?? [];
  const only = stringAt(spec, "version");
  return versions.length === 0 && only !== undefined ? [{ name: only }] : versions;
}

function openApiSchema(version: JsonObject): JsonObject | undefined {
  const schema = objectAt(version, "schema");
  return schema && objectAt(schema, "openAPIV3Schema");
}

/**
 * The API server owns apiVersion, kind and metadata of every custom resource, whatever the CRD says about them; a CRD may only
 * narrow `metadata.name`.
 */
function rootSchema(declared: JsonObject | undefined, preserve: boolean): JsonObject {
  const compact = declared ? compactSchema(declared) : {};
  const properties = objectAt(compact, "properties") ?? {};
  const root: JsonObject = {
    ...compact,
    type: "object",
    properties: {
      ...properties,
      apiVersion: { type: "string" },
      kind: { type: "string" },
      metadata: { $ref: objectMeta },
    },
  };
  if (!declared || preserve) root["x-kubernetes-preserve-unknown-fields"] = true;
  return root;
}
