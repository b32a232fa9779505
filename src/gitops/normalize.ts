import { type JsonObject, type Resource, type ResourceId, resourceKey } from "../model/resource.ts";
import { isDropped } from "./hooks.ts";
import { isObject, objectAt, stringAt } from "./json.ts";
import type { Produced } from "./produced.ts";
import type { ScopeOf } from "./scope.ts";

export interface Repeated {
  id: ResourceId;
  times: number;
  places: Resource["origin"][];
}

export interface Normalized {
  resources: Resource[];
  repeated: Repeated[];
}

/** Lists become their items, as Argo CD takes any object with `items` apart. */
export function flattenLists(produced: readonly Produced[]): Produced[] {
  return produced.flatMap((one) => {
    const { items, spec, status } = one.manifest;
    if (Array.isArray(items)) {
      return flattenLists(items.filter(isObject).map((manifest) => ({ manifest, at: one.at })));
    }
    const isNullList = items === null && spec === undefined && status === undefined;
    return isNullList ? [] : [one];
  });
}

/**
 * What Argo CD compares with the cluster: namespaces filled in or taken away by scope, a repeated resource once with its
 * last definition (at the place of its first), hooks without a moment left out.
 */
export function normalize(produced: readonly Produced[], destinationNamespace: string, scopeOf: ScopeOf): Normalized {
  const byKey = new Map<string, { resource: Resource; places: Resource["origin"][] }>();
  for (const [index, one] of produced.entries()) {
    if (isDropped(one.manifest)) continue;
    const manifest = withNamespace(one.manifest, destinationNamespace, scopeOf);
    const id = idOf(manifest, index);
    const resource: Resource = { id, manifest, origin: one.at };
    const key = resourceKey(id);
    const places = [...(byKey.get(key)?.places ?? []), one.at];
    byKey.set(key, { resource, places });
  }
  const entries = [...byKey.values()];
  return {
    resources: entries.map((entry) => entry.resource),
    repeated: entries
      .filter((entry) => entry.places.length > 1)
      .map(({ resource, places }) => ({ id: resource.id, times: places.length, places })),
  };
}

function withNamespace(manifest: JsonObject, destinationNamespace: string, scopeOf: ScopeOf): JsonObject {
  const scope = scopeOf(String(manifest["apiVersion"] ?? ""), String(manifest["kind"] ?? ""));
  const metadata = objectAt(manifest, "metadata");
  const current = stringAt(metadata, "namespace") ?? "";
  if (scope === "Cluster") {
    if (current === "") return manifest;
    const { namespace: _gone, ...rest } = metadata ?? {};
    return { ...manifest, metadata: rest };
  }
  if (current !== "" || destinationNamespace === "") return manifest;
  return { ...manifest, metadata: { ...metadata, namespace: destinationNamespace } };
}

/** A generated name is made unique by its position, as Argo CD does to tell two of them apart. */
function idOf(manifest: JsonObject, index: number): ResourceId {
  const metadata = objectAt(manifest, "metadata");
  const generated = stringAt(metadata, "generateName");
  const namespace = stringAt(metadata, "namespace");
  return {
    apiVersion: String(manifest["apiVersion"] ?? ""),
    kind: String(manifest["kind"] ?? ""),
    ...(namespace && { namespace }),
    name: stringAt(metadata, "name") || (generated ? `${generated}${index}` : ""),
  };
}
