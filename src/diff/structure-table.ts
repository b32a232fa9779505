import type { Json } from "../model/resource.ts";
import type { StructureNode } from "./structure.ts";

/*
 * The words in which the tables of built-in structure are written.
 */

export const value = (fallback: Json): StructureNode => ({ default: fallback });
export const object = (fields: Readonly<Record<string, StructureNode>>): StructureNode => ({
  property: (name) => (Object.hasOwn(fields, name) ? fields[name] : undefined),
});
/** An object that may be left out when it says nothing but defaults. */
export const implied = (fields: Readonly<Record<string, StructureNode>> = {}): StructureNode => ({
  ...object(fields),
  emptyIsAbsent: true,
});
export const map = (values: StructureNode = {}): StructureNode => ({ values, emptyIsAbsent: true });
export const keyed = (mapKeys: readonly string[], items: StructureNode = {}): StructureNode => ({ mapKeys, items });
export const listOf = (items: StructureNode): StructureNode => ({ items });
export const set: StructureNode = { setList: true };
export const quantity: StructureNode = { format: "quantity" };
export const quantities: StructureNode = map(quantity);
export const resourceAmounts = implied({ limits: quantities, requests: quantities, claims: keyed(["name"]) });
export const spec = (node: StructureNode): StructureNode => object({ spec: node });
