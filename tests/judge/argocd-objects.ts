import { isObject, stringAt } from "../../src/gitops/json.ts";
import type { Json, JsonObject } from "../../src/model/resource.ts";
import { argoNamespace } from "../control-plane/argocd.ts";

const plurals = new Map([
  ["Application", "applications"],
  ["ApplicationSet", "applicationsets"],
  ["AppProject", "appprojects"],
]);

/** Where the API server keeps Argo CD's objects of a kind. */
export const collection = (kind: string): string =>
  `/apis/argoproj.io/v1alpha1/namespaces/${argoNamespace}/${plurals.get(kind)}`;

export const isArgoObject = (object: JsonObject): boolean =>
  String(object["apiVersion"]).startsWith("argoproj.io/") && plurals.has(String(object["kind"]));

export const nameOf = (object: JsonObject): string => stringAt(object, "metadata", "name") ?? "";

export function itemsOf(body: Json): JsonObject[] {
  const items = isObject(body) ? body["items"] : undefined;
  return Array.isArray(items) ? items.filter(isObject) : [];
}
