import { objectAt, stringAt } from "../../gitops/json.ts";
import type { Cluster, GroupKind } from "./cluster.ts";
import { itemsOf, textPairs } from "./fields.ts";
import type { PodSet } from "./pods.ts";

/** A host that pods are told of, and by which variable. */
export interface HostReference {
  host: string;
  port?: number;
  variable: string;
  path: string;
}

interface Text {
  name: string;
  text: string;
  path: string;
}

/** Hosts in the environment of a workload's containers, ConfigMaps and plain Secrets included. */
export function hostReferences(pods: PodSet, cluster: Cluster): HostReference[] {
  const { spec, path, namespace } = pods;
  const texts = ["containers", "initContainers"].flatMap((list) =>
    itemsOf(spec, list, path).flatMap(({ value, path: at }) => [
      ...itemsOf(value, "env", at).flatMap((one) => textOf(cluster, namespace, one)),
      ...itemsOf(value, "envFrom", at).flatMap(({ value: from, path: where }) =>
        [
          ...dataOf(cluster, "ConfigMap", namespace, stringAt(from, "configMapRef", "name")),
          ...dataOf(cluster, "Secret", namespace, stringAt(from, "secretRef", "name")),
        ].map(([name, text]) => ({ name, text, path: where })),
      ),
    ]),
  );
  return texts.flatMap(hostsIn);
}

function textOf(
  cluster: Cluster,
  namespace: string,
  { value, path }: { value: { [key: string]: unknown }; path: string },
): Text[] {
  const name = stringAt(value, "name") ?? "";
  const plain = stringAt(value, "value");
  if (plain !== undefined) return [{ name, text: plain, path: `${path}.value` }];
  return (["ConfigMap", "Secret"] as const).flatMap((kind) => {
    const from = objectAt(value, "valueFrom", kind === "ConfigMap" ? "configMapKeyRef" : "secretKeyRef");
    const key = stringAt(from, "key");
    const data = dataOf(cluster, kind, namespace, stringAt(from, "name"));
    return data.filter(([one]) => one === key).map(([, text]) => ({ name, text, path: `${path}.valueFrom` }));
  });
}

function dataOf(cluster: Cluster, kind: GroupKind, namespace: string, name: string | undefined): [string, string][] {
  const manifest = name === undefined ? undefined : cluster.find(kind, namespace, name)?.resource.manifest;
  if (manifest === undefined) return [];
  const data = textPairs(manifest["data"]);
  if (kind === "ConfigMap") return data;
  const decoded = data.map(([key, text]): [string, string] => [key, Buffer.from(text, "base64").toString("utf8")]);
  return [...decoded, ...textPairs(manifest["stringData"])];
}

/** Longer values are files, not addresses. */
const longest = 4096;
const namesHost = /host|addr|server|endpoint|ur[il]|dsn/i;

function hostsIn({ name, text, path }: Text): HostReference[] {
  if (text.length > longest) return [];
  const found: string[] = [];
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    const authority = /^[^/?#\s"'<>]*/.exec(text.slice(at + 3))?.[0] ?? "";
    found.push(...authority.slice(authority.lastIndexOf("@") + 1).split(","));
  }
  // libpq: "host=postgres port=5432"
  for (const [, host = ""] of text.matchAll(/\bhost=([a-z0-9.-]+)/g)) found.push(host);
  if (found.length === 0 && namesHost.test(name)) found.push(text.trim());
  return found.flatMap((one) => {
    const match = /^([a-z0-9][a-z0-9.-]*)(?::(\d{1,5}))?$/.exec(one);
    if (match?.[1] === undefined) return [];
    const port = match[2] === undefined ? {} : { port: Number(match[2]) };
    return [{ host: match[1], ...port, variable: name, path }];
  });
}
