import type { ValidationResult } from "kubeconform-wasm";
import { fieldPath } from "../model/field-path.ts";
import type { Finding } from "../model/finding.ts";
import type { Resource } from "../model/resource.ts";
import { finding } from "./rules.ts";

/** Finds where in the repository a field of a rendered resource comes from: its value, or its key where that is what is wrong. */
export type Locate = (resource: Resource, path: readonly string[], aspect?: "key") => Finding["at"];

/** Whether the schema of a kind is slipway's own copy of a CRD, which may be of another version than the cluster's. */
export type IsCopy = (resource: Resource) => boolean;

/** kubeconform's verdicts on an Application's resources as findings, one for each thing that is wrong. */
export function schemaFindings(
  application: string,
  resources: readonly Resource[],
  results: readonly ValidationResult[],
  locate: Locate,
  isCopy: IsCopy = () => false,
): Finding[] {
  return results.flatMap((result) => {
    const resource = resources[result.document];
    if (resource === undefined) return [];
    const about = { application, resource: resource.id };
    switch (result.status) {
      case "statusValid":
      case "statusSkipped":
      case "statusEmpty":
        return [];
      case "statusInvalid":
        return invalid(resource, result, { ...about, isCopy: isCopy(resource) }, locate);
      case "statusError":
        return [failed(resource, result, about, locate)];
    }
  });
}

type About = Pick<Finding, "application" | "resource">;

function invalid(
  resource: Resource,
  result: ValidationResult,
  { isCopy, ...about }: About & { isCopy: boolean },
  locate: Locate,
): Finding[] {
  const what = `${resource.id.kind} ${resource.id.name}`;
  const problems = result.problems ?? [];
  if (problems.length === 0) {
    const detail = result.msg === undefined ? {} : { detail: result.msg };
    return [
      finding("schema/invalid", `${what} does not match its schema`, { ...about, ...detail, at: locate(resource, []) }),
    ];
  }
  return problems.map(({ path: parent, rule, message }) => {
    const missing = rule === "required" ? /^missing field "(.+)"$/.exec(message)?.[1] : undefined;
    const path = missing === undefined ? parent : [...parent, missing];
    const field = fieldPath(path);
    return finding("schema/invalid", sentence(what, field, rule, message), {
      ...about,
      ...(isCopy && grows.has(rule) && doubtful),
      ...(field !== "" && { path: field }),
      at: rule === "unknown-field" ? locate(resource, path, "key") : locate(resource, path),
    });
  });
}

/** A newer version of a CRD has more fields and more values. */
const grows = new Set(["unknown-field", "enum"]);
const doubtful = {
  severity: "warning",
  hint: "If the cluster's CRD is of another version than the one slipway knows, commit it to have it used.",
} as const;

function sentence(what: string, field: string, rule: string, message: string): string {
  const place = field === "" ? what : `${what}: ${field}`;
  switch (rule) {
    case "unknown-field":
      return `${place} is not a field of this kind`;
    case "required":
      return `${place} is required`;
    default:
      return `${place}: ${message}`;
  }
}

const noSchema = /could not find schema/;

function failed(resource: Resource, { msg = "" }: ValidationResult, about: About, locate: Locate): Finding {
  const { kind, name, apiVersion } = resource.id;
  const at = locate(resource, []);
  if (noSchema.test(msg)) {
    const hint = "Commit its CRD, or name a place to find the schema in schemaLocations of slipway.yaml.";
    return finding("schema/missing", `No schema is known for ${apiVersion} ${kind}`, { ...about, hint, at });
  }
  return finding("schema/unreadable", `${kind} ${name || "without a name"} could not be checked`, {
    ...about,
    detail: msg,
    at,
  });
}

/** Says a missing schema once per kind, with the first place that needs it, instead of once per resource. */
export function mergeMissing(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { rule, message } of findings) {
    if (rule === "schema/missing") counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  const said = new Set<string>();
  return findings.flatMap((one) => {
    if (one.rule !== "schema/missing") return [one];
    if (said.has(one.message)) return [];
    said.add(one.message);
    const { application: _, resource: __, ...shared } = one;
    const count = counts.get(one.message) ?? 1;
    return [count === 1 ? one : { ...shared, message: `${one.message}, which ${count} resources have` }];
  });
}
