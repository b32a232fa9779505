import { readFileSync, readdirSync } from "node:fs";
import type { ReadFile, Schemas, Summary, ValidationResult } from "../src/index.ts";

const manifests = new URL("corpus/manifests/", import.meta.url);
const ownSchemas = new URL("corpus/schemas/", import.meta.url);
export const manifestsFolder = manifests;

/** The flags of one kubeconform run over the whole corpus. Locations are paths in the catalogue, "" being its root. */
export interface Flags {
  kubernetesVersion: string;
  strict?: true;
  ignoreMissingSchemas?: true;
  skip?: string[];
  reject?: string[];
  locations: string[];
}

const crds = "crds/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json";
const special = "special/{{.ResourceKind}}{{ .KindSuffix }}.json";
const catalogueThenCrds = { kubernetesVersion: "1.36.3", locations: ["", crds] };

export const runs: Record<string, Flags> = {
  plain: catalogueThenCrds,
  strict: { ...catalogueThenCrds, strict: true },
  "oldest-version": { ...catalogueThenCrds, strict: true, kubernetesVersion: "1.31.14" },
  "absent-version": { ...catalogueThenCrds, kubernetesVersion: "1.19.0" },
  "ignore-missing": { ...catalogueThenCrds, ignoreMissingSchemas: true },
  "no-crds": { kubernetesVersion: "1.36.3", strict: true, ignoreMissingSchemas: true, locations: [""] },
  skip: {
    ...catalogueThenCrds,
    strict: true,
    skip: ["ConfigMap", "apps/v1/Deployment", "v1/Nothing", "List", "argoproj.io/v1alpha1/Application"],
  },
  "skip-other-version": { ...catalogueThenCrds, skip: ["apps/v1beta1/Deployment", "configmap"] },
  reject: { ...catalogueThenCrds, strict: true, reject: ["Service", "v1/ConfigMap", "Widget"] },
  "skip-before-reject": { ...catalogueThenCrds, skip: ["v1/Service"], reject: ["Service", "List"] },
  "own-first": {
    kubernetesVersion: "1.36.3",
    strict: true,
    ignoreMissingSchemas: true,
    locations: [special, "", crds],
  },
  "own-last": { kubernetesVersion: "1.36.3", locations: ["", crds, special] },
};

/** What kubeconform's `-output json -verbose -summary` tells about a run. */
export interface Outcome {
  exitCode: number;
  summary: Summary;
  files: Record<string, Verdict[]>;
}

/** What is wrong in one order: the native tool prints siblings in the random order of Go's maps. */
export function inOneOrder({ msg, validationErrors, ...verdict }: Verdict): Verdict {
  return {
    ...verdict,
    ...(msg === undefined ? {} : { msg: orderedMessage(msg) }),
    ...(validationErrors === undefined
      ? {}
      : {
          validationErrors: validationErrors.map(orderedError).sort((a, b) => compare(a.path + a.msg, b.path + b.msg)),
        }),
  };
}

function orderedError({ path, msg }: { path: string; msg: string }): { path: string; msg: string } {
  return { path, msg: orderedNames(msg) };
}

function orderedMessage(msg: string): string {
  const [introduction = "", ...failures] = msg.split(/\s+- at /);
  return [introduction, ...failures.map(orderedNames).sort(compare)].join(" - at ");
}

function orderedNames(msg: string): string {
  return msg.replace(
    /(additional properties )(.*)( not allowed)/,
    (_all, before: string, names: string, after: string) => before + names.split(", ").sort(compare).join(", ") + after,
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export type Verdict = Pick<ValidationResult, "kind" | "name" | "version" | "status" | "msg" | "validationErrors">;

export function manifestFiles(): { name: string; text: string }[] {
  return readdirSync(manifests)
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, manifests), "utf8") }));
}

/** Every kind that the corpus names. */
const kinds = [
  ["v1", "ConfigMap"],
  ["v1", "ConfigMapList"],
  ["v1", "Pod"],
  ["v1", "Secret"],
  ["v1", "Service"],
  ["apps/v1", "Deployment"],
  ["apps/v1", "StatefulSet"],
  ["batch/v1", "Job"],
  ["argoproj.io/v1alpha1", "Application"],
  ["cert-manager.io/v1", "Certificate"],
  ["monitoring.coreos.com/v1", "ServiceMonitor"],
] as const;

/** The bundled schemas laid out as files, the way kubeconform's catalogues are, with the corpus' own beside them. */
export function catalogue(schemas: Schemas): Map<string, string> {
  const files = new Map<string, string>();
  for (const version of ["1.31.14", "1.36.3"]) {
    for (const strict of [false, true]) {
      for (const [apiVersion, kind] of kinds) {
        const text = JSON.stringify(schemas.schemaFor({ version, apiVersion, kind, strict }));
        const [group = "", inGroup] = apiVersion.split("/");
        const suffix = inGroup === undefined ? group : `${group.split(".")[0]}-${inGroup}`;
        const folder = `v${version}-standalone${strict ? "-strict" : ""}`;
        if (!group.includes(".")) files.set(`${folder}/${kind.toLowerCase()}-${suffix}.json`, text);
        else if (strict) files.set(`crds/${group}/${kind.toLowerCase()}_${inGroup}.json`, text);
      }
    }
  }
  for (const name of readdirSync(ownSchemas))
    files.set(`special/${name}`, readFileSync(new URL(name, ownSchemas), "utf8"));
  return files;
}

export function reading(files: ReadonlyMap<string, string>): ReadFile {
  return (path) => {
    const text = files.get(path);
    return text === undefined ? undefined : Buffer.from(text);
  };
}
