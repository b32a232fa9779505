import { load } from "js-yaml";
import type { Json, JsonObject, Resource } from "../model/resource.ts";
import { isObject } from "./equal.ts";

function isJson(value: unknown): value is Json {
  return value === null || ["string", "number", "boolean", "object"].includes(typeof value);
}

/** A manifest written as YAML in a test. */
export function manifest(yaml: string): JsonObject {
  const value = load(yaml);
  if (!isJson(value) || !isObject(value)) throw new TypeError("not a manifest");
  return value;
}

const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** A rendered resource whose identity is read from the manifest. */
export function resource(yaml: string | JsonObject, file = "app.yaml"): Resource {
  const content = typeof yaml === "string" ? manifest(yaml) : yaml;
  const metadata = isObject(content.metadata) ? content.metadata : {};
  const namespace = text(metadata.namespace);
  return {
    id: {
      apiVersion: text(content.apiVersion),
      kind: text(content.kind),
      name: text(metadata.name),
      ...(namespace === "" ? {} : { namespace }),
    },
    manifest: content,
    origin: [{ file, line: 1, column: 1 }],
  };
}
