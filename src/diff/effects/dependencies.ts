import type { JsonObject } from "../../model/resource.ts";
import { objectAt, objectsAt, textAt, valueAt } from "./json.ts";

/** What pods read before or while they run. */
export interface Dependency {
  groupKind: "/ConfigMap" | "/Secret" | "/PersistentVolumeClaim" | "/ServiceAccount";
  name: string;
  /** Read once, when a container starts; a mounted volume follows its source. */
  once: boolean;
}

/** The ConfigMaps, Secrets, claims and ServiceAccount that pods of this template cannot start without. */
export function dependenciesOf(template: JsonObject): Dependency[] {
  const spec = objectAt(template, "spec");
  const containers = [...objectsAt(spec, "initContainers"), ...objectsAt(spec, "containers")];
  const subPaths = new Set(
    containers.flatMap((one) =>
      objectsAt(one, "volumeMounts").flatMap((mount) =>
        valueAt(mount, "subPath") === undefined ? [] : (textAt(mount, "name") ?? []),
      ),
    ),
  );
  const account = textAt(spec, "serviceAccountName");
  return [
    ...containers.flatMap(environment),
    ...objectsAt(spec, "volumes").flatMap((volume) => {
      const once = subPaths.has(textAt(volume, "name") ?? "");
      return [volume, ...objectsAt(volume, "projected", "sources")].flatMap((source) => mounted(source, once));
    }),
    ...(account === undefined || account === "default"
      ? []
      : [{ groupKind: "/ServiceAccount" as const, name: account, once: true }]),
  ];
}

function environment(container: JsonObject): Dependency[] {
  const sources = [
    ...objectsAt(container, "envFrom").flatMap((from) => [
      ["/ConfigMap", from.configMapRef] as const,
      ["/Secret", from.secretRef] as const,
    ]),
    ...objectsAt(container, "env").flatMap((one) => [
      ["/ConfigMap", valueAt(one, "valueFrom", "configMapKeyRef")] as const,
      ["/Secret", valueAt(one, "valueFrom", "secretKeyRef")] as const,
    ]),
  ];
  return sources.flatMap(([groupKind, reference]) => {
    const name = textAt(reference, "name");
    return name === undefined || valueAt(reference, "optional") === true ? [] : [{ groupKind, name, once: true }];
  });
}

/** A volume, or one source of a projected volume; the two name a Secret differently. */
function mounted(source: JsonObject, once: boolean): Dependency[] {
  const named = [
    ["/ConfigMap", textAt(source, "configMap", "name"), source.configMap],
    ["/Secret", textAt(source, "secret", "secretName") ?? textAt(source, "secret", "name"), source.secret],
    ["/PersistentVolumeClaim", textAt(source, "persistentVolumeClaim", "claimName"), source.persistentVolumeClaim],
  ] as const;
  return named.flatMap(([groupKind, name, reference]) => {
    return name === undefined || valueAt(reference, "optional") === true ? [] : [{ groupKind, name, once }];
  });
}
