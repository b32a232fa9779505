import { isObject, listAt, objectAt, own, stringAt } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";

/** Keywords that mean the same in OpenAPI v3.0 and JSON Schema draft 4, kubeconform's default. */
export const shared = [
  "format",
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
];

/** Branches only add constraints to a value whose shape the schema around them declares, so they are never made strict. */
export function emitJunctors(
  schema: JsonObject,
  { acceptsNull, types }: { acceptsNull: boolean; types: readonly string[] },
  origin: "built-in" | "custom",
  out: JsonObject,
): void {
  const constraints: JsonObject = {};
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const branches = listAt(schema, key)?.filter(isObject) ?? [];
    if (branches.length === 0 || (types.length > 1 && key !== "allOf" && branches.every(isBareType))) continue;
    const emitted: Json[] = branches.map(emitConstraint);
    constraints[key] = acceptsNull && key !== "allOf" ? [...emitted, { type: "null" }] : emitted;
  }
  const not = objectAt(schema, "not");
  if (not) constraints["not"] = emitConstraint(not);
  const defaulted = origin === "custom" ? defaultedIn(schema, constraints) : [];
  // The API server fills in defaults before it looks at the branches; without the value, what they say cannot be known here.
  if (defaulted.length === 0) Object.assign(out, constraints);
  else out["anyOf"] = [constraints, ...defaulted.map((name) => ({ not: { required: [name] } }))];
}

/** Fields with a default that the constraints depend on. */
function defaultedIn(schema: JsonObject, constraints: JsonObject): string[] {
  const text = JSON.stringify(constraints);
  return Object.entries(objectAt(schema, "properties") ?? {})
    .filter(([, field]) => isObject(field) && own(field, "default") !== undefined)
    .map(([name]) => name)
    .filter((name) => text.includes(JSON.stringify(name)));
}

function emitConstraint(schema: JsonObject): JsonObject {
  const out: JsonObject = {};
  for (const key of [...shared, "type", "enum", "required"]) {
    const value = own(schema, key);
    if (value !== undefined) out[key] = value;
  }
  const properties = objectAt(schema, "properties");
  if (properties) {
    const fields = Object.entries(properties).flatMap(([name, value]): [string, Json][] =>
      isObject(value) ? [[name, emitConstraint(value)]] : [],
    );
    out["properties"] = Object.fromEntries(fields);
  }
  for (const key of ["items", "additionalProperties", "not"]) {
    const value = own(schema, key);
    if (isObject(value)) out[key] = emitConstraint(value);
  }
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const branches = listAt(schema, key)?.filter(isObject) ?? [];
    if (branches.length > 0) out[key] = branches.map(emitConstraint);
  }
  return out;
}

export function isBareType(branch: JsonObject): boolean {
  return Object.keys(branch).length === 1 && stringAt(branch, "type") !== undefined;
}
