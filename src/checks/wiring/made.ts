import type { Cluster } from "./cluster.ts";
import { itemsOf, textPairs, textsOf } from "./fields.ts";

/**
 * Names that software in a namespace is told of, and may create: arguments such as `--secret-name=web-tls`, values in its
 * environment, and what a Role lets it write by name. "" holds what is said for all namespaces.
 */
export function namesTold({ placed, pods }: Cluster): (namespace: string, name: string) => boolean {
  const told = new Map<string, Set<string>>();
  const add = (namespace: string, texts: readonly string[]): void => {
    const names = told.get(namespace) ?? new Set();
    told.set(namespace, names);
    for (const text of texts) for (const word of text.split(/[\s=,;"'/]+/)) names.add(word);
  };
  for (const { namespace, spec } of pods.all) {
    for (const { value } of [...itemsOf(spec, "containers", ""), ...itemsOf(spec, "initContainers", "")]) {
      add(namespace, [...textsOf(value["args"]), ...textsOf(value["command"])]);
      add(
        namespace,
        itemsOf(value, "env", "").flatMap(({ value: variable }) =>
          textPairs({ value: variable["value"] }).map(([, text]) => text),
        ),
      );
    }
  }
  for (const { resource } of placed) {
    if (resource.id.kind !== "Role" && resource.id.kind !== "ClusterRole") continue;
    for (const { value: rule } of itemsOf(resource.manifest, "rules", ""))
      add(resource.id.namespace ?? "", textsOf(rule["resourceNames"]));
  }
  return (namespace, name) => told.get(namespace)?.has(name) === true || told.get("")?.has(name) === true;
}
