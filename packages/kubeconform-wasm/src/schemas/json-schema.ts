import { isObject, listAt, objectAt, own, stringAt, stringsAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { objectMeta } from "./crd.ts";
import { emitJunctors, isBareType, shared } from "./junctors.ts";

export interface Emission {
  strict: boolean;
  /**
   * Built-in types are decoded into Go structs, where null is the zero value; custom resources are pruned and defaulted as JSON
   * before they are validated. That decides which nulls and which absent required fields pass.
   */
  origin: "built-in" | "custom";
  resolve(name: string): JsonObject | undefined;
  /** The URI that reaches definition `name`, in the variant that also takes null when `nullable`. */
  reference(name: string, nullable: boolean): string;
}

/**
 * A compact OpenAPI v3 schema as draft 4 JSON Schema with the strength of kubeconform's catalogues: unknown fields fail when
 * strict, int-or-string takes both, and null passes wherever the API server reads it as "not set".
 */
export function emitJsonSchema(schema: JsonObject, emission: Emission, nullable = false): JsonObject {
  const name = stringAt(schema, "$ref");
  if (name !== undefined) {
    const target = emission.resolve(name);
    if (target && isLeaf(target)) return emitJsonSchema(target, emission, nullable);
    return { $ref: emission.reference(name, nullable) };
  }
  const acceptsNull = nullable || own(schema, "nullable") === true;
  const types = typesOf(schema);
  const out: JsonObject = {};
  if (types.length > 0) {
    const accepted = acceptsNull ? [...types, "null"] : types;
    out["type"] = accepted.length === 1 && accepted[0] !== undefined ? accepted[0] : accepted;
  }
  for (const key of shared) {
    const value = own(schema, key);
    if (value !== undefined && !(key === "format" && value === "int-or-string")) out[key] = value;
  }
  const allowed = listAt(schema, "enum");
  if (allowed) out["enum"] = acceptsNull && !allowed.includes(null) ? [...allowed, null] : allowed;
  emitObject(schema, emission, out);
  const items = objectAt(schema, "items");
  if (items) out["items"] = emitJsonSchema(items, emission, nullElement(items, emission));
  emitJunctors(schema, { acceptsNull, types }, emission.origin, out);
  return out;
}

function emitObject(schema: JsonObject, emission: Emission, out: JsonObject): void {
  const properties = objectAt(schema, "properties");
  const required = new Set(stringsAt(schema, "required"));
  const fields: JsonObject = {};
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (!isObject(value)) continue;
    if (emission.origin === "custom" && own(value, "default") !== undefined) required.delete(name);
    fields[name] = emitJsonSchema(value, emission, !required.has(name));
  }
  if (own(schema, "x-kubernetes-embedded-resource") === true) {
    fields["apiVersion"] = { type: "string" };
    fields["kind"] = { type: "string" };
    fields["metadata"] = emitJsonSchema({ $ref: objectMeta }, emission, true);
    required.add("apiVersion").add("kind");
  }
  if (Object.keys(fields).length > 0) out["properties"] = fields;
  if (required.size > 0) out["required"] = [...required];
  const additional = own(schema, "additionalProperties");
  if (isObject(additional)) out["additionalProperties"] = emitJsonSchema(additional, emission, true);
  else if (additional === false) out["additionalProperties"] = false;
  else if (additional === undefined && emission.strict && properties && !preservesUnknown(schema)) {
    out["additionalProperties"] = false;
  }
}

function typesOf(schema: JsonObject): string[] {
  if (own(schema, "x-kubernetes-int-or-string") === true || stringAt(schema, "format") === "int-or-string") {
    return ["integer", "string"];
  }
  const type = stringAt(schema, "type");
  if (type !== undefined) return [type];
  // A Quantity is declared as oneOf string and number; one list of types gives one clear message instead of two failures.
  const branches = (listAt(schema, "oneOf") ?? listAt(schema, "anyOf") ?? []).filter(isObject);
  return branches.length > 0 && branches.every(isBareType)
    ? branches.flatMap((branch) => stringAt(branch, "type") ?? [])
    : [];
}

export function preservesUnknown(schema: JsonObject): boolean {
  return own(schema, "x-kubernetes-preserve-unknown-fields") === true;
}

/** Small enough to stand where it is used, which keeps messages and compilation short. */
function isLeaf(schema: JsonObject): boolean {
  return ["properties", "items", "additionalProperties", "$ref"].every((key) => own(schema, key) === undefined);
}

function nullElement(items: JsonObject, emission: Emission): boolean {
  if (emission.origin === "custom") return false;
  const name = stringAt(items, "$ref");
  const target = name === undefined ? items : (emission.resolve(name) ?? {});
  return stringsAt(target, "required").length === 0;
}
