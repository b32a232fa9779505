import type { Json, JsonObject } from "../model/resource.ts";

/**
 * What the API server knows about one field, as far as a diff needs it. The schemas provide it from Kubernetes' OpenAPI
 * and from CRDs; the nodes of kubeconform-wasm fit as they are.
 */
export interface StructureNode {
  /** The node of a field, or of a key of a map. */
  property?(name: string): StructureNode | undefined;
  /** What a map with free keys holds. */
  readonly values?: StructureNode | undefined;
  readonly items?: StructureNode | undefined;
  /** `x-kubernetes-list-map-keys`; empty or absent where the list is no map. */
  readonly mapKeys?: readonly string[] | undefined;
  /** `x-kubernetes-list-type: set`: the order of the items means nothing. */
  readonly setList?: boolean | undefined;
  readonly default?: Json | undefined;
  /** A default that follows from the fields beside it. */
  readonly defaultFrom?: (parent: JsonObject) => Json | undefined;
  /** `quantity`: `1000m` and `1` are the same amount. */
  readonly format?: string | undefined;
  /** `null` is a value of its own, rather than "absent". */
  readonly nullable?: boolean | undefined;
  /** An object of which `{}`, or nothing but defaults, means the same as none at all. */
  readonly emptyIsAbsent?: boolean | undefined;
  /** A keyed list whose order is meaningful all the same. */
  readonly ordered?: boolean | undefined;
}

/** The structure of a kind, or undefined where nothing is known of it. */
export type StructureLookup = (apiVersion: string, kind: string) => StructureNode | undefined;

/** A place in a manifest as every known structure describes it, the most authoritative first. */
export type Cursor = readonly StructureNode[];

export function property(cursor: Cursor, name: string): Cursor {
  return cursor.flatMap((node) => node.property?.(name) ?? node.values ?? []);
}

export function element(cursor: Cursor): Cursor {
  return cursor.flatMap((node) => node.items ?? []);
}

/** The values the API server would fill in; several when the sources name different ones ("" and "Always"). */
export function defaultsOf(cursor: Cursor, parent: JsonObject): Json[] {
  return cursor.flatMap((node) => {
    const value = node.default ?? node.defaultFrom?.(parent);
    return value === undefined ? [] : [value];
  });
}

export function mapKeysOf(cursor: Cursor): readonly string[] | undefined {
  return cursor.find((node) => node.mapKeys?.length)?.mapKeys;
}

export function has(cursor: Cursor, trait: "setList" | "nullable" | "emptyIsAbsent" | "ordered"): boolean {
  return cursor.some((node) => node[trait] === true);
}

export function isQuantity(cursor: Cursor): boolean {
  return cursor.some((node) => node.format === "quantity");
}

/** Kinds whose Go types drop empty lists, unlike custom resources, which are stored as written. */
export function isBuiltIn(apiVersion: string): boolean {
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  return !group.includes(".") || group.endsWith(".k8s.io");
}
