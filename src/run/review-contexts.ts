import { createHash } from "node:crypto";
import type { DeployedApplication } from "../checks/platform.ts";
import { environmentsOf } from "../checks/wiring/environments.ts";
import type { AdmissionPolicies } from "../engine/index.ts";
import type { RenderedApplication } from "../gitops/rendered-repository.ts";
import type { JsonObject } from "../model/resource.ts";

/** What an API server knows when a resource comes: its namespaces, and the policies it was given. */
export interface Cluster {
  namespaces: ReadonlyMap<string, Namespace>;
  admission: AdmissionPolicies;
  /** Equal for clusters that know the same. */
  digest: string;
}

export interface Namespace {
  labels?: Readonly<Record<string, string>>;
  limitRanges?: readonly JsonObject[];
}

/** The cluster of each Application, by its name. Applications of one environment share one. */
export function clustersOf(
  deployed: readonly DeployedApplication[],
  rendered: readonly RenderedApplication[],
): ReadonlyMap<string, Cluster> {
  const byName = new Map(rendered.map((one) => [one.report.name, one]));
  return new Map(
    environmentsOf(deployed).flatMap(({ applications }) => {
      const cluster = clusterOf(applications.flatMap(({ name }) => byName.get(name) ?? []));
      return applications.map(({ name }): [string, Cluster] => [name, cluster]);
    }),
  );
}

function clusterOf(applications: readonly RenderedApplication[]): Cluster {
  const namespaces = new Map<string, Namespace>();
  const add = (name: string, more: Namespace): void => void namespaces.set(name, { ...namespaces.get(name), ...more });
  const admission = { policies: listOf(), bindings: listOf() };
  for (const { rendered, spec } of applications) {
    const managed = spec?.syncPolicy?.managedNamespaceMetadata?.labels;
    const target = spec?.destination.namespace;
    if (managed !== undefined && target !== undefined) add(target, { labels: managed });
    for (const { id, manifest } of rendered.resources) {
      const group = id.apiVersion.split("/")[0];
      if (id.apiVersion === "v1" && id.kind === "Namespace") add(id.name, { labels: labelsOf(manifest) });
      if (id.apiVersion === "v1" && id.kind === "LimitRange" && id.namespace !== undefined) {
        add(id.namespace, { limitRanges: [...(namespaces.get(id.namespace)?.limitRanges ?? []), manifest] });
      }
      if (group === "admissionregistration.k8s.io" && id.kind === "ValidatingAdmissionPolicy")
        admission.policies.push(manifest);
      if (group === "admissionregistration.k8s.io" && id.kind === "ValidatingAdmissionPolicyBinding")
        admission.bindings.push(manifest);
    }
  }
  const kinds = new Set(admission.policies.map(paramKind));
  const parameters = applications.flatMap(({ rendered }) =>
    rendered.resources.flatMap(({ id, manifest }) => (kinds.has(`${id.apiVersion} ${id.kind}`) ? [manifest] : [])),
  );
  const inForce = admission.policies.length === 0 ? {} : { ...admission, parameters };
  return { namespaces, admission: inForce, digest: digestOf([[...namespaces], inForce]) };
}

/** A cluster of which nothing is known. */
export const unknownCluster: Cluster = { namespaces: new Map(), admission: {}, digest: "" };

export const digestOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url");

const listOf = (): JsonObject[] => [];

function paramKind({ spec }: JsonObject): string {
  const kind = objectIn(objectIn({ spec: spec ?? null }, "spec"), "paramKind");
  return `${String(kind["apiVersion"])} ${String(kind["kind"])}`;
}

function labelsOf(manifest: JsonObject): Record<string, string> {
  const labels = objectIn(objectIn(manifest, "metadata"), "labels");
  return Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, String(value)]));
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
