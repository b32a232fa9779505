import { setTimeout as sleep } from "node:timers/promises";
import { isObject, objectAt, stringAt } from "../../src/gitops/json.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import type { ApiClient } from "../control-plane/api-client.ts";
import { hooksOf } from "./argocd-hooks.ts";
import { collection, isArgoObject, itemsOf, nameOf } from "./argocd-objects.ts";
import { argoNamespace, type ArgoCd } from "../control-plane/argocd.ts";
import type { Resources } from "./likeness.ts";
import { until } from "../control-plane/processes.ts";

/** What Argo CD made of one Application. */
export interface Judged {
  object: JsonObject;
  /** What it would apply and the hooks it would run, by `resourceKey`. */
  resources: Map<string, JsonObject>;
  /** The messages of its error conditions. */
  errors: string[];
}

/** Creates an Argo CD object as `kubectl apply` would; the API server's words where it refuses. */
export async function create(api: ApiClient, object: JsonObject): Promise<string | undefined> {
  const kind = stringAt(object, "kind") ?? "";
  const metadata = { ...objectAt(object, "metadata"), namespace: argoNamespace };
  const { status, body } = await api.post(`${collection(kind)}?fieldValidation=Strict`, { ...object, metadata });
  // What two parents make, or a parent and the bootstrap folder, exists already.
  if (status === 201 || status === 409) return undefined;
  return stringAt(body, "message") ?? `status ${status}`;
}

export const list = async (api: ApiClient, kind: string): Promise<JsonObject[]> =>
  itemsOf((await api.get(collection(kind))).body);

/** Messages of conditions that end in `Error`, which is how Argo CD names them, and of a sync that failed. */
export function errorsOf(object: JsonObject): string[] {
  const conditions = objectAt(object, "status")?.["conditions"];
  const said = (Array.isArray(conditions) ? conditions.filter(isObject) : [])
    .filter(({ type, status }) => String(type).endsWith("Error") || (type === "ErrorOccurred" && status === "True"))
    .map(({ message }) => String(message));
  const sync = objectAt(object, "status", "operationState");
  return sync?.["phase"] === "Failed" || sync?.["phase"] === "Error" ? [...said, String(sync["message"])] : said;
}

/**
 * Waits until nothing new appears: every Application compared, every ApplicationSet generated, and every Argo CD object
 * and CustomResourceDefinition that an Application renders created in its stead, so that no wave and no health is waited
 * for. Who brought a definition is compared again, as after a sync.
 */
export async function followToTheBottom(
  api: ApiClient,
  argo: ArgoCd,
  { within }: { within: number },
): Promise<Map<string, Judged>> {
  const judged = new Map<string, Judged>();
  const refreshed = new Set<string>();
  const deadline = Date.now() + within;
  for (;;) {
    const [applications, sets] = [await list(api, "Application"), await list(api, "ApplicationSet")];
    for (const object of applications.filter((one) => isCompared(one) && !judged.has(nameOf(one)))) {
      const name = nameOf(object);
      const errors = errorsOf(object);
      const resources = errors.length > 0 ? new Map<string, JsonObject>() : await resourcesOf(api, argo, object);
      const definitions = [...resources.values()].filter(({ kind }) => kind === "CustomResourceDefinition");
      if (definitions.length > 0 && !refreshed.has(name)) {
        for (const definition of definitions) await define(api, definition);
        await refresh(api, name);
        refreshed.add(name);
        continue;
      }
      judged.set(name, { object, resources, errors });
      for (const child of [...resources.values()].filter(isArgoObject)) await create(api, child);
    }
    const waiting = [
      ...applications.filter((one) => !judged.has(nameOf(one))),
      ...sets.filter((one) => !isGenerated(one)),
    ];
    const known = (await list(api, "Application")).length;
    if (waiting.length === 0 && known === applications.length) return judged;
    if (Date.now() > deadline) throw new Error(`Argo CD is not done with ${waiting.map(nameOf).join(", ")}`);
    await sleep(500);
  }
}

async function define(api: ApiClient, definition: JsonObject): Promise<void> {
  const path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  const metadata = { name: nameOf(definition) };
  const { status, body } = await api.post(path, { ...definition, metadata });
  if (status !== 201 && status !== 409) throw new Error(`${metadata.name}: ${JSON.stringify(body)}`);
  const isKnown = async (): Promise<boolean> => {
    const { body: current } = await api.get(`${path}/${metadata.name}`);
    return stringAt(current, "status", "acceptedNames", "kind") !== undefined;
  };
  await until(metadata.name, isKnown, { within: 30_000 });
  // Argo CD's view of the cluster follows by a watch, and nothing says when it has.
  await sleep(2000);
}

/** Argo CD takes the annotation away when it begins, and writes the time of the comparison when it is done. */
async function refresh(api: ApiClient, name: string): Promise<void> {
  const path = `${collection("Application")}/${name}`;
  const annotations = { "argocd.argoproj.io/refresh": "hard" };
  await api.patch(path, { metadata: { annotations } }, "application/merge-patch+json");
  const isDone = async (): Promise<boolean> => {
    const { body } = await api.get(path);
    return stringAt(body, "metadata", "annotations", "argocd.argoproj.io/refresh") === undefined;
  };
  await until(`comparison of ${name}`, isDone, { within: 60_000 });
}

/** An Application that asks for a sync is done when that is. */
function isCompared(application: JsonObject): boolean {
  if (errorsOf(application).length > 0) return true;
  return application["operation"] === undefined && stringAt(application, "status", "reconciledAt") !== undefined;
}

/** The controller says so last, or what went wrong. */
function isGenerated(set: JsonObject): boolean {
  const conditions = objectAt(set, "status")?.["conditions"];
  return (Array.isArray(conditions) ? conditions.filter(isObject) : []).some(
    ({ type, status }) => status === "True" && (type === "ResourcesUpToDate" || type === "ErrorOccurred"),
  );
}

/** What the controller compares with the cluster, and the hooks, which it keeps apart. */
async function resourcesOf(api: ApiClient, argo: ArgoCd, application: JsonObject): Promise<Map<string, JsonObject>> {
  const managed = await argo.get(`/api/v1/applications/${nameOf(application)}/managed-resources`);
  const resources = new Map<string, JsonObject>();
  for (const item of itemsOf(managed)) {
    const target = stringAt(item, "targetState");
    if (target !== undefined && target !== "null" && target !== "") addTo(resources, JSON.parse(target), "");
  }
  const namespace = stringAt(application, "spec", "destination", "namespace") ?? "";
  for (const hook of await hooksOf(api, argo, application)) addTo(resources, hook, namespace);
  return resources;
}

/** Keyed as slipway keys resources; `namespace` is for hooks, which the controller puts there when it runs them. */
function addTo(resources: Map<string, JsonObject>, manifest: JsonObject, namespace: string): void {
  const metadata = objectAt(manifest, "metadata") ?? {};
  const placed = metadata["namespace"] === undefined && namespace !== "" ? { ...metadata, namespace } : metadata;
  resources.set(keyOf({ ...manifest, metadata: placed }), { ...manifest, metadata: placed });
}

function keyOf(manifest: JsonObject): string {
  const version = stringAt(manifest, "apiVersion") ?? "";
  const group = version.includes("/") ? version.slice(0, version.indexOf("/")) : "";
  const at = (key: string): string => stringAt(manifest, "metadata", key) ?? "";
  return `${group}/${stringAt(manifest, "kind")} ${at("namespace")}/${at("name") || at("generateName")}`;
}

export const keyed = (manifests: readonly JsonObject[]): Resources =>
  new Map(manifests.map((manifest) => [keyOf(manifest), manifest]));
