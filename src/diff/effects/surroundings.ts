import type { JsonObject, Resource, ResourceId } from "../../model/resource.ts";
import { objectAt, objectsAt, textAt } from "./json.ts";

/** The resources of one Application on one side, found by kind. */
export interface Surroundings {
  isEmpty: boolean;
  ofKind(groupKind: string): readonly Resource[];
  find(groupKind: string, namespace: string | undefined, name: string): Resource | undefined;
}

/** `apps/Deployment`, `/Service`: a kind with its API group, whatever the version. */
export function groupKindOf({ apiVersion, kind }: Pick<ResourceId, "apiVersion" | "kind">): string {
  return `${apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : ""}/${kind}`;
}

/** Indexed at the first question, because most Applications that change are never asked about. */
export function surroundings(resources: readonly Resource[]): Surroundings {
  let byKind: Map<string, Resource[]> | undefined;
  let byName: Map<string, Resource> | undefined;
  const nameOf = (groupKind: string, namespace: string | undefined, name: string): string =>
    `${groupKind} ${namespace ?? ""}/${name}`;
  return {
    isEmpty: resources.length === 0,
    ofKind(groupKind) {
      byKind ??= Map.groupBy(resources, ({ id }) => groupKindOf(id));
      return byKind.get(groupKind) ?? [];
    },
    find(groupKind, namespace, name) {
      byName ??= new Map(resources.map((one) => [nameOf(groupKindOf(one.id), one.id.namespace, one.id.name), one]));
      return byName.get(nameOf(groupKind, namespace, name));
    },
  };
}

/** Whether every label that a selector names is there; a selector that names none selects nothing here. */
function selects(selector: JsonObject, labels: JsonObject): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

/** The autoscaler of a workload, if one is declared beside it. */
export function autoscalerOf({ kind, name, namespace }: ResourceId, beside: Surroundings): JsonObject | undefined {
  return beside.ofKind("autoscaling/HorizontalPodAutoscaler").find(({ id, manifest }) => {
    const target = objectAt(manifest, "spec", "scaleTargetRef");
    return id.namespace === namespace && target.kind === kind && target.name === name;
  })?.manifest;
}

/** More names than these nobody reads. */
const maxHosts = 20;

/** The hosts under which people reach pods with these labels: from Ingress or route through Service to pod. */
export function hostsOf(namespace: string | undefined, labels: JsonObject, beside: Surroundings): string[] {
  const services = beside.ofKind("/Service").filter(({ id, manifest }) => {
    return id.namespace === namespace && selects(objectAt(manifest, "spec", "selector"), labels);
  });
  const names = new Set(services.map(({ id }) => id.name));
  if (names.size === 0) return [];
  const here = ({ id }: Resource): boolean => id.namespace === namespace;
  const ingresses = beside.ofKind("networking.k8s.io/Ingress").filter(here);
  const routes = beside.ofKind("gateway.networking.k8s.io/HTTPRoute").filter(here);
  const hosts = [
    ...new Set([
      ...ingresses.flatMap(({ manifest }) =>
        objectsAt(manifest, "spec", "rules").flatMap((rule) => {
          const reaches = objectsAt(rule, "http", "paths").some((path) =>
            names.has(textAt(path, "backend", "service", "name") ?? ""),
          );
          return reaches ? (textAt(rule, "host") ?? []) : [];
        }),
      ),
      ...routes.flatMap(({ manifest }) => {
        const reaches = objectsAt(manifest, "spec", "rules").some((rule) =>
          objectsAt(rule, "backendRefs").some((backend) => names.has(textAt(backend, "name") ?? "")),
        );
        const hosts = objectAt(manifest, "spec").hostnames;
        return reaches && Array.isArray(hosts) ? hosts.filter((host) => typeof host === "string") : [];
      }),
    ]),
  ];
  return hosts.slice(0, maxHosts);
}
