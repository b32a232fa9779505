import type { Json, JsonObject, ResourceId } from "../model/resource.ts";
import { isObject } from "./equal.ts";
import { isHashed, type Rename } from "./renames.ts";

/** Generated names in the base → the resource as the working tree has it. */
export type Renamed = ReadonlyMap<string, ResourceId>;

export function renamedNames(renames: readonly Rename[]): Renamed {
  return new Map(
    renames.filter(({ before }) => isHashed(before)).map(({ before, after }) => [before.id.name, after.id]),
  );
}

export interface Followed {
  manifest: JsonObject;
  /** Renamed resources that the pod template refers to: their change restarts the pods. */
  inTemplate: ResourceId[];
  elsewhere: ResourceId[];
}

/**
 * The base manifest with the new names of generated ConfigMaps and Secrets in place of the old ones, so that a hash that
 * moves on is no change of whoever refers to it. A hashed name is distinctive enough to be found wherever it stands.
 */
export function followRenames(manifest: JsonObject, renamed: Renamed): Followed {
  const inTemplate = new Set<ResourceId>();
  const elsewhere = new Set<ResourceId>();
  const follow = (value: Json, path: string): Json => {
    if (typeof value === "string") {
      const target = renamed.get(value);
      if (target === undefined) return value;
      (path.startsWith("spec.template.") ? inTemplate : elsewhere).add(target);
      return target.name;
    }
    if (Array.isArray(value)) return value.map((item) => follow(item, path));
    return isObject(value) ? followObject(value, path) : value;
  };
  const followObject = (object: JsonObject, path: string): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, follow(value, `${path}${key}.`)]));
  return { manifest: followObject(manifest, ""), inTemplate: [...inTemplate], elsewhere: [...elsewhere] };
}
