import { isObject, listAt, objectAt, own } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";

const componentPrefix = "#/components/schemas/";

/** Keywords with plain values that validation or a structural diff reads. Descriptions, examples and titles stay behind. */
const plain = [
  "type",
  "format",
  "required",
  "enum",
  "default",
  "nullable",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-int-or-string",
  "x-kubernetes-embedded-resource",
];
const junctors = ["allOf", "anyOf", "oneOf"];
/** A schema nested deeper is a hostile one, not an API: what is below is left unchecked instead of exhausting the stack. */
const deepest = 200;

/**
 * An OpenAPI v3 schema as Kubernetes writes it, reduced to what changes a verdict or a diff. `$ref` becomes the bare name of the
 * definition and may stand beside a `default`; a lone `allOf: [{$ref}]`, OpenAPI's way to say that, becomes `$ref`.
 */
export function compactSchema(schema: JsonObject, depth = 0): JsonObject {
  if (depth > deepest) return { "x-kubernetes-preserve-unknown-fields": true };
  const compact: JsonObject = {};
  const ref = referenceOf(schema);
  if (ref !== undefined) compact["$ref"] = ref;
  for (const key of plain) {
    const value = own(schema, key);
    if (value !== undefined && (value !== false || key === "default")) compact[key] = value;
  }
  // The strategic-merge key is the only key some older lists declare; newer ones say the same with list-map-keys.
  const mergeKey = own(schema, "x-kubernetes-patch-merge-key");
  if (typeof mergeKey === "string" && own(schema, "x-kubernetes-list-type") === undefined) {
    compact["x-kubernetes-list-map-keys"] = [mergeKey];
    compact["x-kubernetes-list-type"] = "map";
  }
  const properties = objectAt(schema, "properties");
  if (properties) compact["properties"] = mapValues(properties, depth + 1);
  for (const key of ["items", "additionalProperties", "not"]) {
    const value = own(schema, key);
    if (isObject(value)) compact[key] = compactSchema(value, depth + 1);
    else if (key === "additionalProperties" && typeof value === "boolean") compact[key] = value;
  }
  for (const key of junctors) {
    const branches = listAt(schema, key)?.filter(isObject);
    if (branches && !(key === "allOf" && ref !== undefined))
      compact[key] = branches.map((branch) => compactSchema(branch, depth + 1));
  }
  return compact;
}

function mapValues(properties: JsonObject, depth: number): JsonObject {
  const entries = Object.entries(properties).flatMap(([name, value]): [string, Json][] =>
    isObject(value) ? [[name, compactSchema(value, depth)]] : [],
  );
  return Object.fromEntries(entries);
}

function referenceOf(schema: JsonObject): string | undefined {
  const all = listAt(schema, "allOf");
  const only = all?.length === 1 && isObject(all[0]) ? all[0] : schema;
  const ref = own(only, "$ref");
  return typeof ref === "string" && ref.startsWith(componentPrefix) ? ref.slice(componentPrefix.length) : undefined;
}
