import { openSchemas, schemaLocations } from "kubeconform-wasm";
import type { SchemaLocation, Schemas } from "kubeconform-wasm";
import type { Trees } from "../tree/index.ts";
import type { WireSchemas } from "./protocol.ts";

/** The sets of schemas that a worker was given, opened when first used. Without a key, what is bundled. */
export interface SchemaSets {
  add(key: string, set: WireSchemas): void;
  locations(key: string | undefined): SchemaLocation[];
}

export function createSchemaSets(folder: URL, trees: Trees): SchemaSets {
  const sets = new Map<string | undefined, WireSchemas>([[undefined, {}]]);
  const opened = new Map<string | undefined, SchemaLocation[]>();
  let bundled: Schemas | undefined;
  return {
    add: (key, set) => void sets.set(key, set),
    locations(key) {
      const known = opened.get(key);
      if (known) return known;
      const { tree: id, ...set } = sets.get(key) ?? {};
      bundled ??= openSchemas(folder);
      const tree = id === undefined ? undefined : trees.get(id);
      const files = tree ? { files: { read: tree.read, revision: String(id) } } : {};
      const locations = schemaLocations({ ...set, ...files, schemas: bundled });
      opened.set(key, locations);
      return locations;
    },
  };
}
