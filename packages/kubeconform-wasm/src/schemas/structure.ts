import { isObject, objectAt, own, stringAt, stringsAt } from "../json.ts";
import type { Json, JsonObject } from "../json.ts";
import { preservesUnknown } from "./json-schema.ts";

export type ListType = "map" | "set" | "atomic";

/** Names of definitions whose values mean the same in several spellings, so that a diff can compare meanings. */
const formats: Record<string, string> = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": "quantity",
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "int-or-string",
};

/** A field of an API as its schema declares it. Children are made when asked for: schemas may be recursive. */
export class StructuralNode {
  readonly #schema: JsonObject;
  readonly #resolve: (name: string) => JsonObject | undefined;
  /** JSON type, absent where several or all are allowed. */
  readonly type: string | undefined;
  /** `quantity`, `int-or-string`, `date-time`, `byte`, `int32`, …; absent when the type says it all. */
  readonly format: string | undefined;
  /** The value the API server fills in when the field is absent. */
  readonly default: Json | undefined;
  /** How lists are merged: keyed (`map`), by value (`set`), or as one value (`atomic`, also where nothing is declared). */
  readonly listType: ListType | undefined;
  /** Fields that together identify an element of a `map` list; empty otherwise. */
  readonly mapKeys: readonly string[];
  /** Fields beyond the declared ones are kept, not pruned or refused. */
  readonly preserveUnknown: boolean;
  readonly required: readonly string[];
  #properties: ReadonlyMap<string, StructuralNode> | undefined;

  constructor(schema: JsonObject, resolve: (name: string) => JsonObject | undefined) {
    const name = stringAt(schema, "$ref");
    // What stands beside a reference (a default, a list's keys) belongs to this use of the definition and wins.
    const full = name === undefined ? schema : { ...resolve(name), ...schema };
    this.#schema = full;
    this.#resolve = resolve;
    this.type = stringAt(full, "type");
    const declaredFormat =
      own(full, "x-kubernetes-int-or-string") === true ? "int-or-string" : stringAt(full, "format");
    this.format = (name === undefined ? undefined : formats[name]) ?? declaredFormat;
    this.default = own(full, "default");
    this.listType = this.type === "array" ? listTypeOf(full) : undefined;
    this.mapKeys = this.listType === "map" ? stringsAt(full, "x-kubernetes-list-map-keys") : [];
    this.preserveUnknown = preservesUnknown(full);
    this.required = stringsAt(full, "required");
  }

  /** Declared fields; empty for scalars, lists and maps. */
  get properties(): ReadonlyMap<string, StructuralNode> {
    this.#properties ??= new Map(
      Object.entries(objectAt(this.#schema, "properties") ?? {}).flatMap(([name, value]): [string, StructuralNode][] =>
        isObject(value) ? [[name, new StructuralNode(value, this.#resolve)]] : [],
      ),
    );
    return this.#properties;
  }

  /** The node of field or map key `name`. */
  property(name: string): StructuralNode | undefined {
    return this.properties.get(name) ?? this.values;
  }

  /** What a map (`additionalProperties`) holds under every key. */
  get values(): StructuralNode | undefined {
    const values = objectAt(this.#schema, "additionalProperties");
    return values && new StructuralNode(values, this.#resolve);
  }

  get items(): StructuralNode | undefined {
    const items = objectAt(this.#schema, "items");
    return items && new StructuralNode(items, this.#resolve);
  }

  get setList(): boolean {
    return this.listType === "set";
  }
}

function listTypeOf(schema: JsonObject): ListType {
  const declared = stringAt(schema, "x-kubernetes-list-type");
  return declared === "map" || declared === "set" ? declared : "atomic";
}
