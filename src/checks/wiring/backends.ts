import { isObject, objectAt, stringAt } from "../../gitops/json.ts";
import type { Json, JsonObject } from "../../model/resource.ts";
import { type Item, itemsOf } from "./fields.ts";
import type { Placed } from "./pods.ts";

/** A Service and port that something sends requests to. */
export interface Backend {
  by: Placed;
  service: string;
  namespace: string;
  /** Number or name; absent where none is given. */
  port?: number | string;
  servicePath: string;
  portPath: string;
}

const traefik = ["traefik.io", "traefik.containo.us"];
const readers: ReadonlyMap<string, (by: Placed) => Backend[]> = new Map([
  ["networking.k8s.io/Ingress", ingressBackends],
  ["extensions/Ingress", ingressBackends],
  ...["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"].map(
    (kind) => [`gateway.networking.k8s.io/${kind}`, gatewayBackends] as const,
  ),
  ...traefik.flatMap((group) =>
    ["IngressRoute", "IngressRouteTCP", "IngressRouteUDP", "TraefikService"].map(
      (kind) => [`${group}/${kind}`, traefikBackends] as const,
    ),
  ),
]);

export const routeKinds: readonly string[] = [...readers.keys()];

/** The Services that an Ingress or a route of the Gateway API or of Traefik sends to. */
export const backendsOf = (kind: string, by: Placed): Backend[] => readers.get(kind)?.(by) ?? [];

function ingressBackends(by: Placed): Backend[] {
  const spec = objectAt(by.resource.manifest, "spec");
  const single = ["defaultBackend", "backend"].flatMap((key) => ingressBackend(by, spec?.[key], `spec.${key}`));
  const rules = itemsOf(spec, "rules", "spec").flatMap(({ value, path }) =>
    itemsOf(objectAt(value, "http"), "paths", `${path}.http`).flatMap((one) =>
      ingressBackend(by, one.value["backend"], `${one.path}.backend`),
    ),
  );
  return [...single, ...rules];
}

function ingressBackend(by: Placed, backend: Json | undefined, path: string): Backend[] {
  if (!isObject(backend)) return [];
  const namespace = by.resource.id.namespace ?? "";
  // As it was before networking.k8s.io/v1.
  const old = stringAt(backend, "serviceName");
  if (old !== undefined) {
    const at = { servicePath: `${path}.serviceName`, portPath: `${path}.servicePort` };
    return [{ by, service: old, namespace, ...portOf(backend["servicePort"]), ...at }];
  }
  const service = objectAt(backend, "service");
  const name = stringAt(service, "name");
  if (name === undefined) return [];
  const port = objectAt(service, "port");
  const field = port?.["name"] === undefined ? "number" : "name";
  const at = { servicePath: `${path}.service.name`, portPath: `${path}.service.port.${field}` };
  return [{ by, service: name, namespace, ...portOf(port?.[field]), ...at }];
}

const portOf = (value: Json | undefined): { port?: number | string } => {
  if (typeof value === "number") return { port: value };
  if (typeof value !== "string" || value === "") return {};
  return { port: /^\d+$/.test(value) ? Number(value) : value };
};

function serviceReference(by: Placed, { value, path }: Item): Backend[] {
  const name = stringAt(value, "name");
  const kind = stringAt(value, "kind") ?? "Service";
  if (name === undefined || kind !== "Service" || (stringAt(value, "group") ?? "") !== "") return [];
  const namespace = stringAt(value, "namespace") ?? by.resource.id.namespace ?? "";
  const at = { servicePath: `${path}.name`, portPath: `${path}.port` };
  return [{ by, service: name, namespace, ...portOf(value["port"]), ...at }];
}

function gatewayBackends(by: Placed): Backend[] {
  const rules = itemsOf(objectAt(by.resource.manifest, "spec"), "rules", "spec");
  return rules.flatMap(({ value, path }) => [
    ...itemsOf(value, "backendRefs", path).flatMap((one) => serviceReference(by, one)),
    ...itemsOf(value, "filters", path).flatMap(({ value: filter, path: at }) => {
      const mirror = objectAt(filter, "requestMirror", "backendRef");
      return mirror === undefined
        ? []
        : serviceReference(by, { value: mirror, path: `${at}.requestMirror.backendRef` });
    }),
  ]);
}

function traefikBackends(by: Placed): Backend[] {
  const spec = objectAt(by.resource.manifest, "spec");
  const routes = itemsOf(spec, "routes", "spec").flatMap(({ value, path }) => itemsOf(value, "services", path));
  const mirroring = objectAt(spec, "mirroring");
  return [
    ...routes,
    ...itemsOf(objectAt(spec, "weighted"), "services", "spec.weighted"),
    ...itemsOf(mirroring, "mirrors", "spec.mirroring"),
    ...only(mirroring, "spec.mirroring"),
  ].flatMap((one) => serviceReference(by, one));
}

const only = (value: JsonObject | undefined, path: string): Item[] => (value === undefined ? [] : [{ value, path }]);
