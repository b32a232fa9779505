import { setTimeout as sleep } from "node:timers/promises";
import { isObject, objectAt, stringAt } from "../../src/gitops/json.ts";
import type { JsonObject } from "../../src/model/resource.ts";
import type { ApiClient } from "../control-plane/api-client.ts";
import { until } from "../control-plane/processes.ts";

const namespace = "judged";
const plurals: Readonly<Record<string, string>> = {
  ConfigMap: "/api/v1/namespaces/judged/configmaps",
  Pod: "/api/v1/namespaces/judged/pods",
  Service: "/api/v1/namespaces/judged/services",
  PersistentVolumeClaim: "/api/v1/namespaces/judged/persistentvolumeclaims",
  LimitRange: "/api/v1/namespaces/judged/limitranges",
  ResourceQuota: "/api/v1/namespaces/judged/resourcequotas",
  Deployment: "/apis/apps/v1/namespaces/judged/deployments",
  StatefulSet: "/apis/apps/v1/namespaces/judged/statefulsets",
  ValidatingAdmissionPolicy: "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
  ValidatingAdmissionPolicyBinding: "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings",
};

/** Its refusal, or that of a policy that refuses it as well, shows that admission has heard of the policies. */
const marker: JsonObject[] = [
  {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: "zz-marker" },
    spec: {
      matchConstraints: {
        resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] }],
      },
      matchConditions: [{ name: "marker", expression: "object.metadata.name == 'marker'" }],
      validations: [{ expression: "false", message: "the marker" }],
    },
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: "zz-marker" },
    spec: { policyName: "zz-marker", validationActions: ["Deny"] },
  },
];

export interface Admitted {
  /** What the API server refuses with; empty where it does not. */
  said: string;
  warnings: string[];
}

/** A namespace of a real API server, in which admission is asked for its word. */
export class AdmissionCluster {
  readonly #api: ApiClient;

  constructor(api: ApiClient) {
    this.#api = api;
  }

  /** Works among objects, and leaves none of them behind. */
  async among<T>(beside: readonly JsonObject[], work: () => Promise<T>): Promise<T> {
    await this.#api.post("/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
    const policies = beside.some(({ kind }) => kind === "ValidatingAdmissionPolicy") ? marker : [];
    const all = [...beside, ...policies];
    try {
      for (const one of all) await this.#install(one);
      if (policies.length > 0) await until("policies in force", () => this.#isMarked(), { within: 30_000 });
      // Admission hears of limits and quotas through watches of their own.
      await sleep(1000);
      return await work();
    } finally {
      for (const one of all.toReversed()) await this.#api.delete(`${collectionOf(one)}/${nameOf(one)}`);
    }
  }

  async verdict(object: JsonObject): Promise<Admitted> {
    const { body, warnings } = await this.#api.post(`${collectionOf(object)}?dryRun=All`, object);
    const refused = isObject(body) && body["kind"] === "Status" && body["status"] === "Failure";
    return { said: refused ? (stringAt(body, "message") ?? "") : "", warnings };
  }

  /** Creates objects for good, and pods of workloads as their controllers would; what was said to those that were refused. */
  async createAll(objects: readonly JsonObject[]): Promise<string[]> {
    const wanted = objects.flatMap((one) => [one, ...podsOf(one)]);
    const created: JsonObject[] = [];
    const refused: string[] = [];
    for (const one of wanted) {
      const { status, body } = await this.#api.post(collectionOf(one), one);
      if (status === 201) created.push(one);
      else refused.push(stringAt(isObject(body) ? body : {}, "message") ?? `${status}`);
    }
    for (const one of created)
      await this.#api.delete(`${collectionOf(one)}/${nameOf(one)}?gracePeriodSeconds=0&propagationPolicy=Background`);
    return refused;
  }

  async #install(object: JsonObject): Promise<void> {
    const { status, body } = await this.#api.post(collectionOf(object), object);
    if (status !== 201) throw new Error(`${nameOf(object)}: ${JSON.stringify(body).slice(0, 500)}`);
    if (object["kind"] !== "ResourceQuota" || !isObject(body)) return;
    // The quota controller writes how much is used; admission goes on from there by itself.
    const hard = objectAt(object, "spec", "hard") ?? {};
    const used = Object.fromEntries(Object.keys(hard).map((name) => [name, "0"]));
    const written = await this.#api.put(`${collectionOf(object)}/${nameOf(object)}/status`, {
      ...body,
      status: { hard, used },
    });
    if (written.status !== 200) throw new Error(`status of a quota: ${JSON.stringify(written.body).slice(0, 500)}`);
  }

  async #isMarked(): Promise<boolean> {
    const { said } = await this.verdict({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "marker", namespace },
    });
    return said !== "";
  }
}

function collectionOf(object: JsonObject): string {
  const found = plurals[String(object["kind"])];
  if (found === undefined) throw new Error(`no collection is known for ${String(object["kind"])}`);
  return found;
}

const nameOf = (object: JsonObject): string => stringAt(object, "metadata", "name") ?? "";

function podsOf(object: JsonObject): JsonObject[] {
  const spec = objectAt(object, "spec");
  const template = objectAt(spec, "template");
  if (template === undefined) return [];
  const replicas = typeof spec?.["replicas"] === "number" ? spec["replicas"] : 1;
  return Array.from({ length: replicas }, (_, index) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...objectAt(template, "metadata"), name: `${nameOf(object)}-${index}`, namespace },
    spec: template["spec"] ?? {},
  }));
}
