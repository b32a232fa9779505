import { type Resource, resourceKey } from "../model/resource.ts";
import { isObject } from "./equal.ts";

/** kustomize's name suffix: ten characters of a hash, in an alphabet without vowels, 0, 1, 3 (and so without words). */
const hashSuffix = /-[2456789bcdfghkmt]{10}$/;

/** A generated ConfigMap or Secret whose content, and so whose name, is new. */
export interface Rename {
  before: Resource;
  after: Resource;
}

/** Pairs generated ConfigMaps and Secrets that differ in the hash of their content; the most alike first. */
export function pairRenames(removed: readonly Resource[], added: readonly Resource[]): Rename[] {
  const families = Map.groupBy(removed, familyOf);
  const candidates = added.flatMap((after) => {
    const family = familyOf(after);
    const relatives = family === undefined ? [] : (families.get(family) ?? []);
    return relatives
      .filter((before) => isHashed(before) || isHashed(after))
      .map((before) => ({ before, after, likeness: likeness(before, after) }));
  });
  candidates.sort((a, b) => b.likeness - a.likeness || order(a.before, b.before) || order(a.after, b.after));
  const taken = new Set<Resource>();
  return candidates.flatMap(({ before, after }) => {
    if (taken.has(before) || taken.has(after)) return [];
    taken.add(before).add(after);
    return [{ before, after }];
  });
}

/** Whether kustomize generated the name. */
export function isHashed({ id }: Resource): boolean {
  return hashSuffix.test(id.name);
}

/** Kind, namespace and the name without its hash. */
function familyOf({ id }: Resource): string | undefined {
  if (id.apiVersion !== "v1" || (id.kind !== "ConfigMap" && id.kind !== "Secret")) return undefined;
  return resourceKey({ ...id, name: id.name.replace(hashSuffix, "") });
}

/** How many entries both have, and an equal one counts more. */
function likeness(before: Resource, after: Resource): number {
  let score = 0;
  for (const field of ["data", "stringData", "binaryData"]) {
    const [old, now] = [before.manifest[field], after.manifest[field]];
    if (!isObject(old) || !isObject(now)) continue;
    for (const [key, value] of Object.entries(old)) {
      if (Object.hasOwn(now, key)) score += value === now[key] ? 3 : 1;
    }
  }
  return score;
}

function order(a: Resource, b: Resource): number {
  return a.id.name < b.id.name ? -1 : Number(a.id.name > b.id.name);
}
