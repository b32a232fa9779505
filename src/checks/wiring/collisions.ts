import { objectAt, stringAt } from "../../gitops/json.ts";
import { annotationsOf, isName, itemsOf } from "./fields.ts";
import type { Placed } from "./pods.ts";
import { nameOf } from "./subject.ts";
import type { Draft, WiringCheck } from "./view.ts";

/** Hosts and paths that two Ingresses of one class claim: which of them answers is up to the controller. */
export const checkCollisions: WiringCheck = (view) => {
  const claimed = new Map<string, Placed>();
  return view.cluster.ofKind("networking.k8s.io/Ingress").flatMap((by) => {
    const separate = separation(by);
    if (separate === undefined) return [];
    const drafts: Draft[] = [];
    const own = new Set<string>();
    for (const { host, path, at } of claimsOf(by)) {
      const key = JSON.stringify([separate, host, path]);
      const first = claimed.get(key);
      if (first === undefined) claimed.set(key, by);
      if ((first === undefined || first === by) && !own.has(key)) {
        own.add(key);
        continue;
      }
      drafts.push(collision(by, first ?? by, { host, path, at }));
    }
    return drafts;
  });
};

interface Claim {
  host: string;
  path: string;
  /** Where in the Ingress. */
  at: string;
}

function collision(by: Placed, first: Placed, { host, path, at }: Claim): Draft {
  const where = `${host || "any host"}, path ${path}`;
  const namespace = first.resource.id.namespace ?? "";
  const there = namespace === by.resource.id.namespace ? "" : ` in namespace ${namespace}`;
  const other = first === by ? "more than once" : `as does ${nameOf(first)}${there}`;
  const message = `${nameOf(by)} claims ${where}, ${other}`;
  const hint = "Give one of them another host or path; a canary needs the annotations of its controller";
  return { rule: "wiring/route-collision", message, hint, by, path: at };
}

function claimsOf({ resource: { manifest } }: Placed): Claim[] {
  return itemsOf(objectAt(manifest, "spec"), "rules", "spec").flatMap(({ value, path }) => {
    const host = stringAt(value, "host") ?? "";
    if (host !== "" && !isName(host.replace(/^\*\./, ""))) return [];
    return itemsOf(objectAt(value, "http"), "paths", `${path}.http`).map((one) => {
      const type = stringAt(one.value, "pathType") ?? "ImplementationSpecific";
      const written = stringAt(one.value, "path") || "/";
      const trimmed = type === "Prefix" && written.length > 1 && written.endsWith("/") ? written.slice(0, -1) : written;
      return {
        host,
        path: type === "Exact" ? `${trimmed} (exact)` : trimmed,
        at: host === "" ? `${one.path}.path` : `${path}.host`,
      };
    });
  });
}

/**
 * What keeps Ingresses apart: their class, and Traefik's entry points. Undefined where the same host is meant: nginx's canaries and
 * mergeable minions, and load balancers that are made anew for each Ingress.
 */
function separation({ resource: { manifest } }: Placed): string | undefined {
  const annotations = annotationsOf(manifest);
  const keys = Object.keys(annotations);
  const shares = [
    "canary",
    "mergeable-ingress-type",
    "alb.ingress.kubernetes.io/",
    "haproxy.org/route-acl",
    "conditions.",
  ];
  if (keys.some((key) => shares.some((part) => key.includes(part)))) return undefined;
  const name = stringAt(manifest, "spec", "ingressClassName") ?? annotations["kubernetes.io/ingress.class"] ?? "";
  if (name === "alb" || name === "gce") return undefined;
  const entry = annotations["traefik.ingress.kubernetes.io/router.entrypoints"] ?? "";
  return JSON.stringify([name, entry]);
}
