import type { Effect } from "../../model/change.ts";
import type { JsonObject } from "../../model/resource.ts";
import { deepEqual } from "../equal.ts";
import { counted, type EffectFamily, listed } from "./difference.ts";
import { numberAt, objectAt, objectsAt, textAt, textsAt, valueAt } from "./json.ts";
import { groupKindOf } from "./surroundings.ts";
import { templatePath } from "./workload.ts";

/** Ways in from outside that the change opens. */
export const exposure: EffectFamily = ({ id, before, after }) => {
  const kind = groupKindOf(id);
  if (kind === "networking.k8s.io/NetworkPolicy") return policyEffects(before, after);
  const find = doorsOf(kind, templatePath(id));
  if (find === undefined || after === undefined) return [];
  const open = new Set(before === undefined ? [] : find(before));
  const opened = find(after).filter((door) => !open.has(door));
  if (opened.length === 0) return [];
  return [{ kind: "exposes", level: "caution", message: `exposes ${listed([...new Set(opened)])}` }];
};

type Doors = (manifest: JsonObject) => string[];

function doorsOf(kind: string, template: readonly string[] | undefined): Doors | undefined {
  if (template !== undefined) return (manifest) => podDoors(objectAt(manifest, ...template));
  return Object.hasOwn(doors, kind) ? doors[kind] : undefined;
}

const hostnames: Doors = (manifest) => textsAt(manifest, "spec", "hostnames");
const doors: Readonly<Record<string, Doors>> = {
  "networking.k8s.io/Ingress": ingressDoors,
  "gateway.networking.k8s.io/HTTPRoute": hostnames,
  "gateway.networking.k8s.io/GRPCRoute": hostnames,
  "gateway.networking.k8s.io/TLSRoute": hostnames,
  "gateway.networking.k8s.io/Gateway": (manifest) =>
    objectsAt(manifest, "spec", "listeners").map((one) => {
      return `${textAt(one, "hostname") ?? "every host"} on port ${numberAt(one, "port") ?? "?"}`;
    }),
  "traefik.io/IngressRoute": routeDoors,
  "traefik.io/IngressRouteTCP": routeDoors,
  "traefik.containo.us/IngressRoute": routeDoors,
  "route.openshift.io/Route": (manifest) => [textAt(manifest, "spec", "host") ?? "a host of the router's choice"],
  "/Service": serviceDoors,
};

function ingressDoors(manifest: JsonObject): string[] {
  const rules = objectsAt(manifest, "spec", "rules").map((rule) => textAt(rule, "host") ?? "every host");
  const all = valueAt(manifest, "spec", "defaultBackend") === undefined ? [] : ["every host"];
  return [...rules, ...all];
}

/** Rules are short; what goes beyond is not looked into. */
const maxMatch = 4000;

function routeDoors(manifest: JsonObject): string[] {
  return objectsAt(manifest, "spec", "routes").flatMap((route) => {
    const match = (textAt(route, "match") ?? "").slice(0, maxMatch);
    const hosts = [...match.matchAll(/Host(?:SNI)?\(([^)]{1,1000})\)/g)].flatMap(([, list = ""]) =>
      [...list.matchAll(/[`"]([^`"]{1,253})[`"]/g)].map(([, host = ""]) => (host === "*" ? "every host" : host)),
    );
    return hosts.length === 0 ? [match.slice(0, 100)] : hosts;
  });
}

function serviceDoors(manifest: JsonObject): string[] {
  const spec = objectAt(manifest, "spec");
  const external = textsAt(spec, "externalIPs").map((address) => `address ${address}`);
  const ports = objectsAt(spec, "ports");
  if (spec.type === "LoadBalancer") {
    const restricted = textsAt(spec, "loadBalancerSourceRanges").length > 0 ? " to some addresses" : "";
    return [...ports.map(({ port }) => `port ${String(port)} through a load balancer${restricted}`), ...external];
  }
  if (spec.type !== "NodePort") return external;
  return [
    ...ports.map(
      ({ port, nodePort }) =>
        `port ${String(port)} as ${nodePort === undefined ? "a port" : `port ${String(nodePort)}`} of every node`,
    ),
    ...external,
  ];
}

function podDoors(template: JsonObject): string[] {
  const spec = objectAt(template, "spec");
  const network = spec.hostNetwork === true ? ["its pods on their node's own network"] : [];
  const ports = objectsAt(spec, "containers").flatMap((container) =>
    objectsAt(container, "ports").flatMap(({ hostPort }) =>
      typeof hostPort === "number" ? [`port ${hostPort} of its node`] : [],
    ),
  );
  return [...network, ...ports];
}

const maxRules = 400;

/** A policy that goes, or that lets in more than before. */
function policyEffects(before: JsonObject | undefined, after: JsonObject | undefined): Effect[] {
  if (before === undefined) return [];
  const effect = (message: string): Effect[] => [{ kind: "exposes", level: "caution", message }];
  const pods =
    Object.keys(objectAt(before, "spec", "podSelector")).length === 0
      ? "every pod of the namespace"
      : "the pods it selects";
  if (after === undefined) return effect(`no longer restricts what reaches ${pods}`);
  const opened = (["ingress", "egress"] as const).flatMap((direction) => {
    const [old, now] = [before, after].map((side) => objectsAt(side, "spec", direction));
    // Each is compared with each.
    if (old === undefined || now === undefined || old.length + now.length > maxRules) return [];
    const added = now.filter((rule) => !old.some((known) => deepEqual(known, rule)));
    const kept = now.length - added.length === old.length;
    return added.length > 0 && kept ? [`${counted(added.length, "more rule")} for ${direction}`] : [];
  });
  const dropped = droppedTypes(before, after).map((type) => `no restriction of ${type.toLowerCase()} any more`);
  const all = [...opened, ...dropped];
  return all.length === 0 ? [] : effect(`opens the network of ${pods}: ${listed(all)}`);
}

function droppedTypes(before: JsonObject, after: JsonObject): string[] {
  const [old = [], now = []] = [before, after].map((side) => {
    const declared = textsAt(side, "spec", "policyTypes");
    if (declared.length > 0) return declared;
    return objectsAt(side, "spec", "egress").length > 0 ? ["Ingress", "Egress"] : ["Ingress"];
  });
  return old.filter((type) => !now.includes(type));
}
