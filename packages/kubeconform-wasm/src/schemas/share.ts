import { createHash } from "node:crypto";
import { isObject, objectAt } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";

/** Subtrees with fewer schemas than this stay in place: a reference would cost more than it saves. */
const worthSharing = 4;

export interface Shared {
  /** The given schemas, in order, with repeated subtrees replaced by `$ref`. */
  roots: JsonObject[];
  definitions: Map<string, JsonObject>;
}

/**
 * Stores every repeated subtree once, named by the digest of its content. Custom resources embed whole Kubernetes types over and
 * over (an ApplicationSet its template ten times), and both the size on disk and the time to compile grow with the copies.
 */
export function shareSubtrees(schemas: readonly JsonObject[]): Shared {
  const seen = new Map<string, { count: number; size: number; name: string }>();
  const digests = new Map<JsonObject, string>();

  function measure(schema: JsonObject): number {
    let size = 1;
    const digest = createHash("sha256");
    for (const [key, value] of Object.entries(schema)) {
      digest.update(JSON.stringify(key));
      for (const child of childrenOf(key, value)) {
        size += measure(child.schema);
        digest.update(`${JSON.stringify(child.name)}:${digests.get(child.schema)}`);
      }
      if (!structural.has(key) || !isObject(value)) digest.update(JSON.stringify(value));
    }
    const name = digest.digest("hex").slice(0, 16);
    digests.set(schema, name);
    const entry = seen.get(name);
    if (entry) entry.count++;
    else seen.set(name, { count: 1, size, name });
    return size;
  }

  const definitions = new Map<string, JsonObject>();

  function replace(schema: JsonObject): JsonObject {
    const entry = seen.get(digests.get(schema) ?? "");
    if (!entry || entry.count < 2 || entry.size < worthSharing) return rebuild(schema);
    if (!definitions.has(entry.name)) definitions.set(entry.name, rebuild(schema));
    return { $ref: entry.name };
  }

  function rebuild(schema: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(schema).map(([key, value]): [string, Json] => [key, rebuildValue(key, value)]),
    );
  }

  function rebuildValue(key: string, value: Json): Json {
    if (!structural.has(key) || !isObject(value)) return value;
    if (key !== "properties") return replace(value);
    const fields = Object.entries(value).map(([name, child]): [string, Json] => [
      name,
      isObject(child) ? replace(child) : child,
    ]);
    return Object.fromEntries(fields);
  }

  for (const schema of schemas) measure(schema);
  return { roots: schemas.map(rebuild), definitions };
}

const structural = new Set(["properties", "items", "additionalProperties"]);

function childrenOf(key: string, value: Json): { name: string; schema: JsonObject }[] {
  if (!structural.has(key) || !isObject(value)) return [];
  if (key !== "properties") return [{ name: "", schema: value }];
  return Object.keys(value).flatMap((name) => {
    const schema = objectAt(value, name);
    return schema ? [{ name, schema }] : [];
  });
}
