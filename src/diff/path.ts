import type { Json, JsonObject } from "../model/resource.ts";
import { withoutFingerprints } from "./fingerprint.ts";

/** `spec.replicas`, `metadata.labels["app.kubernetes.io/name"]`. */
export function fieldPath(parent: string, key: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

/** `ports[containerPort=80,protocol=TCP]`: an item of a keyed list. */
export function itemPath(parent: string, keys: readonly string[], item: JsonObject): string {
  const shown = keys.flatMap((key) => (item[key] === undefined ? [] : [`${key}=${bare(item[key])}`]));
  return `${parent}[${shown.join(",")}]`;
}

function bare(value: Json): string {
  const text = withoutFingerprints(typeof value === "string" ? value : JSON.stringify(value));
  return /^[\w./:-]+$/.test(text) ? text : JSON.stringify(text);
}
