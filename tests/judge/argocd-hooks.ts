import { isObject, objectAt, stringAt } from "../../src/gitops/json.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import type { ApiClient } from "../control-plane/api-client.ts";
import { collection, nameOf } from "./argocd-objects.ts";
import type { ArgoCd } from "../control-plane/argocd.ts";
import { until } from "../control-plane/processes.ts";

/**
 * The hooks Argo CD would run: what the repo server rendered of those that a dry run of the sync names, and those for
 * deletion, which no sync runs.
 */
export async function hooksOf(api: ApiClient, argo: ArgoCd, application: JsonObject): Promise<JsonObject[]> {
  const answer = await argo.get(`/api/v1/applications/${nameOf(application)}/manifests`);
  const texts = isObject(answer) && Array.isArray(answer["manifests"]) ? answer["manifests"] : [];
  const hooks = texts.map((text): unknown => JSON.parse(String(text))).filter((one) => isObject(one) && isHook(one));
  const manifests = hooks.filter(isObject);
  if (manifests.length === 0) return [];
  const ran = await dryRun(api, application);
  return manifests.filter((manifest) => {
    const deletes = stringAt(manifest, "metadata", "annotations", "argocd.argoproj.io/hook")?.endsWith("Delete");
    return deletes === true || ran.some((one) => isOf(one, manifest));
  });
}

const isHook = (manifest: JsonObject): boolean =>
  ["argocd.argoproj.io/hook", "helm.sh/hook"].some((name) => stringAt(manifest, "metadata", "annotations", name));

/** Hooks without a name are given one in the sync. */
function isOf(result: JsonObject, manifest: JsonObject): boolean {
  const name = String(result["name"]);
  const prefix = stringAt(manifest, "metadata", "generateName");
  const named = prefix === undefined ? name === nameOf(manifest) : name.startsWith(prefix);
  return named && result["kind"] === manifest["kind"];
}

/** The hooks among the results of a sync that changes nothing. */
async function dryRun(api: ApiClient, application: JsonObject): Promise<JsonObject[]> {
  const path = `${collection("Application")}/${nameOf(application)}`;
  await api.patch(path, { operation: { sync: { dryRun: true } } }, "application/merge-patch+json");
  let results: JsonObject[] = [];
  const isDone = async (): Promise<boolean> => {
    const { body } = await api.get(path);
    const found = objectAt(body, "status", "operationState", "syncResult")?.["resources"];
    results = Array.isArray(found) ? found.filter(isObject) : [];
    return stringAt(body, "status", "operationState", "finishedAt") !== undefined;
  };
  await until(`dry run of ${nameOf(application)}`, isDone, { within: 60_000 });
  return results.filter(({ hookType }) => hookType !== undefined && hookType !== "");
}
