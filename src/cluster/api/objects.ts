import { isObject, objectAt, stringAt } from "../../gitops/json.ts";
import type { Json, JsonObject } from "../../model/resource.ts";
import type { ApiAnswer, KubernetesApi } from "./api.ts";
import { ApiRefusal, answered } from "./refusal.ts";
import { type ObjectRef, resourcePaths } from "./resource-paths.ts";

export type { ObjectRef };

/** By what name fields that slipway sets are its own: https://kubernetes.io/docs/reference/using-api/server-side-apply/ */
export const fieldManager = "slipway";

export interface ApplyOptions {
  /** Ask only; nothing is stored. */
  dryRun?: "All";
  /** Take fields from other managers instead of hearing of a conflict. */
  conflicts?: "take over";
  /** Who applies; slipway by default. */
  manager?: string;
}

/** Objects by what identifies them, rather than by path. */
export interface Objects {
  /** Undefined for an object that is not there, or of a kind that is not served. */
  get(ref: ObjectRef): Promise<JsonObject | undefined>;
  list(ref: Omit<ObjectRef, "name">, query?: Readonly<Record<string, string>>): Promise<JsonObject[]>;
  /** A server-side apply; the answer is for the caller to judge, and undefined for a kind that is not served. */
  apply(object: JsonObject, options?: ApplyOptions): Promise<ApiAnswer | undefined>;
  mergePatch(ref: ObjectRef, patch: Json): Promise<ApiAnswer>;
  remove(ref: ObjectRef): Promise<void>;
  collection(ref: Omit<ObjectRef, "name">): Promise<string | undefined>;
}

export function refOf(object: JsonObject): ObjectRef {
  return {
    apiVersion: stringAt(object, "apiVersion") ?? "v1",
    kind: stringAt(object, "kind") ?? "",
    namespace: stringAt(object, "metadata", "namespace"),
    name: stringAt(object, "metadata", "name") ?? "",
  };
}

/** "Deployment argocd/argocd-redis" */
export const describeRef = ({ kind, namespace, name }: Omit<ObjectRef, "apiVersion">): string =>
  namespace === undefined || namespace === "" ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;

export function openObjects(api: KubernetesApi): Objects {
  const paths = resourcePaths(api);
  const pathOf = async (ref: ObjectRef): Promise<string> => {
    const path = await paths.of(ref);
    if (path !== undefined) return path;
    throw new ApiRefusal(describeRef(ref), { status: 404, body: `it serves no ${ref.kind} of ${ref.apiVersion}` });
  };
  return {
    collection: (ref) => paths.collection(ref),
    async get(ref) {
      const path = await paths.of(ref);
      if (path === undefined) return undefined;
      const answer = await api.ask({ method: "GET", path });
      if (answer.status === 404) return undefined;
      const { body } = answered(answer, `to read ${describeRef(ref)}`);
      return isObject(body) ? body : undefined;
    },
    async list(ref, query = {}) {
      const path = await paths.collection(ref);
      if (path === undefined) return [];
      const { body } = answered(await api.ask({ method: "GET", path, query }), `to list ${ref.kind}`);
      return itemsOf(body).map((item) => ({ apiVersion: ref.apiVersion, kind: ref.kind, ...item }));
    },
    async apply(object, { dryRun, conflicts, manager = fieldManager } = {}) {
      const path = await paths.of(refOf(object));
      if (path === undefined) return undefined;
      const query = {
        fieldManager: manager,
        fieldValidation: "Strict",
        force: conflicts === "take over" ? "true" : "false",
        ...(dryRun !== undefined && { dryRun }),
      };
      return api.ask({ method: "PATCH", path, query, body: object, contentType: "application/apply-patch+yaml" });
    },
    async mergePatch(ref, patch) {
      const path = await pathOf(ref);
      const contentType = "application/merge-patch+json";
      return api.ask({ method: "PATCH", path, query: { fieldManager }, body: patch, contentType });
    },
    async remove(ref) {
      const answer = await api.ask({ method: "DELETE", path: await pathOf(ref) });
      if (answer.status !== 404) answered(answer, `to delete ${describeRef(ref)}`);
    },
  };
}

function itemsOf(body: Json): JsonObject[] {
  const items = objectAt(body)?.["items"];
  return Array.isArray(items) ? items.filter(isObject) : [];
}
