import type { Json } from "../model/resource.ts";
import { isObject } from "./json.ts";

/** Fields that tell items of a list apart: Kubernetes' merge keys first, then what people know items by. */
const identities = ["name", "mountPath", "devicePath", "containerPort", "port", "topologyKey", "ip", "host", "path"];
const more = ["key", "alert", "record", "id", "secretName", "kind", "type"];

/**
 * Which item of another list is meant: the one that the same field identifies, else the one at the same place unless an
 * identifying field differs. `field` reads a key of an item, or the item itself where it is a plain value.
 */
export function itemIndex(
  { index, item }: { index: number; item: Json },
  length: number,
  field: (at: number, key: string | undefined) => unknown,
): number | undefined {
  const all = Array.from({ length }, (_, at) => at);
  if (!isObject(item)) {
    const same = all.filter((at) => field(at, undefined) === item);
    if (same.includes(index)) return index;
    return same.length > 0 ? same[0] : index < length ? index : undefined;
  }
  for (const key of [...identities, ...more]) {
    const own = item[key];
    if (own === undefined || typeof own === "object") continue;
    const same = all.filter((at) => String(field(at, key)) === String(own));
    if (same.length === 1) return same[0];
    if (same.length > 1) return same.includes(index) ? index : same[0];
    const differs = all.some((at) => field(at, key) !== undefined);
    if (key === "name" && differs) return undefined;
  }
  return index < length ? index : undefined;
}
