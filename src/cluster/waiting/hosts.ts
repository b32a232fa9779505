import { isObject, objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { World } from "./world.ts";

/** A host that an Ingress answers for. */
export interface Host {
  host: string;
  url: string;
  /** The Service behind its first path. */
  service: string;
  /** How to log in, where that is known. */
  login?: string;
}

/** `port` is where plain HTTP is reached from outside, where that is not 80. */
export function hostsOf(world: World, { port }: { port?: number } = {}): Host[] {
  const found = [...world.objects.Ingress.values()].flatMap((ingress) => {
    const namespace = stringAt(ingress, "metadata", "namespace") ?? "";
    const secured = new Set(listAt(ingress, "spec", "tls").flatMap((one) => one["hosts"] ?? []));
    return listAt(ingress, "spec", "rules").flatMap((rule): Host[] => {
      const host = stringAt(rule, "host");
      if (host === undefined) return [];
      const [path] = listAt(rule, "http", "paths");
      const service = stringAt(path, "backend", "service", "name") ?? "";
      const url = secured.has(host) ? `https://${host}` : `http://${host}${port === undefined ? "" : `:${port}`}`;
      const login = logins.find(([pattern]) => pattern.test(service))?.[1](namespace);
      return [{ host, url, service, ...(login !== undefined && { login }) }];
    });
  });
  return found.toSorted((a, b) => (a.host < b.host ? -1 : 1));
}

/** Services whose first user is known, by name. */
const logins: readonly (readonly [RegExp, (namespace: string) => string])[] = [
  [/argocd-server/, () => "user admin, with the password given to bootstrap"],
  [
    /grafana/,
    (namespace) => `user and password: kubectl -n ${namespace} get secret grafana-admin -o jsonpath='{.data}' (base64)`,
  ],
];

function listAt(object: JsonObject, ...path: string[]): JsonObject[] {
  const value = objectAt(object, ...path.slice(0, -1))?.[path.at(-1) ?? ""];
  return Array.isArray(value) ? value.filter(isObject) : [];
}
