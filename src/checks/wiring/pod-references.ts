import { isObject, objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";
import { itemsOf } from "./fields.ts";
import type { PodSet } from "./pods.ts";

/** A ConfigMap or Secret that a pod cannot start without. */
export interface ConfigReference {
  kind: "ConfigMap" | "Secret";
  name: string;
  /** Keys that must be in it. */
  keys: { key: string; path: string }[];
  path: string;
  /** What it is for: `volume web`, `variable DATABASE_URI of container web`. */
  use: string;
  /** Pods start without it. */
  mild?: boolean;
}

/** All that the pods of a workload refer to by name; what is `optional` is left out. */
export function configReferences({ spec, path }: PodSet): ConfigReference[] {
  const found = itemsOf(spec, "volumes", path).flatMap(({ value, path: at }) => volumeReferences(value, at));
  for (const list of ["containers", "initContainers"]) {
    for (const { value, path: at } of itemsOf(spec, list, path)) found.push(...containerReferences(value, at));
  }
  for (const { value, path: at } of itemsOf(spec, "imagePullSecrets", path)) {
    const pull = reference("Secret", value, { at, use: "the pull of its images" });
    found.push(...pull.map((one) => ({ ...one, mild: true })));
  }
  return found;
}

interface Use {
  at: string;
  use: string;
  nameField?: string;
}

/** A name, `optional`, and the keys that are asked for one by one. */
function reference(
  kind: ConfigReference["kind"],
  value: unknown,
  { at, use, nameField = "name" }: Use,
): ConfigReference[] {
  const name = stringAt(value, nameField);
  if (!isObject(value) || name === undefined || value["optional"] === true) return [];
  const items = itemsOf(value, "items", at).flatMap(({ value: item, path }) => {
    const key = stringAt(item, "key");
    return key === undefined ? [] : [{ key, path: `${path}.key` }];
  });
  const own = stringAt(value, "key");
  const keys = own === undefined ? items : [...items, { key: own, path: `${at}.key` }];
  return [{ kind, name, keys, path: `${at}.${nameField}`, use }];
}

function volumeReferences(volume: JsonObject, at: string): ConfigReference[] {
  const use = `volume ${stringAt(volume, "name") ?? ""}`.trim();
  const projected = itemsOf(objectAt(volume, "projected"), "sources", `${at}.projected`);
  return [
    ...reference("ConfigMap", volume["configMap"], { at: `${at}.configMap`, use }),
    ...reference("Secret", volume["secret"], { at: `${at}.secret`, use, nameField: "secretName" }),
    ...projected.flatMap(({ value, path }) => [
      ...reference("ConfigMap", value["configMap"], { at: `${path}.configMap`, use }),
      ...reference("Secret", value["secret"], { at: `${path}.secret`, use }),
    ]),
  ];
}

function containerReferences(container: JsonObject, at: string): ConfigReference[] {
  const name = stringAt(container, "name") ?? "";
  const whole = itemsOf(container, "envFrom", at).flatMap(({ value, path }) => [
    ...reference("ConfigMap", value["configMapRef"], {
      at: `${path}.configMapRef`,
      use: `the environment of container ${name}`,
    }),
    ...reference("Secret", value["secretRef"], {
      at: `${path}.secretRef`,
      use: `the environment of container ${name}`,
    }),
  ]);
  const single = itemsOf(container, "env", at).flatMap(({ value, path }) => {
    const from = objectAt(value, "valueFrom");
    const use = `variable ${stringAt(value, "name") ?? ""} of container ${name}`;
    return [
      ...reference("ConfigMap", from?.["configMapKeyRef"], { at: `${path}.valueFrom.configMapKeyRef`, use }),
      ...reference("Secret", from?.["secretKeyRef"], { at: `${path}.valueFrom.secretKeyRef`, use }),
    ];
  });
  return [...whole, ...single];
}
