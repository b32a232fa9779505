import { isObject, stringAt } from "../../gitops/json.ts";
import type { Json } from "../../model/resource.ts";
import { itemsOf, textPairs, textsOf } from "./fields.ts";

interface Requirement {
  key: string;
  operator: string;
  values: readonly string[];
}

/** What a LabelSelector asks for; one without requirements selects everything. */
export interface Selector {
  labels: readonly [string, string][];
  requirements: readonly Requirement[];
}

export type Labels = ReadonlyMap<string, string>;

/** A LabelSelector; an absent one selects nothing, which is undefined here. */
export function labelSelector(value: Json | undefined): Selector | undefined {
  if (!isObject(value)) return undefined;
  const requirements = itemsOf(value, "matchExpressions", "").map(({ value: one }) => ({
    key: stringAt(one, "key") ?? "",
    operator: stringAt(one, "operator") ?? "",
    values: textsOf(one["values"]),
  }));
  return { labels: textPairs(value["matchLabels"]), requirements };
}

/** A plain map of labels, such as that of a Service. */
export const mapSelector = (value: unknown): Selector => ({ labels: textPairs(value), requirements: [] });

export const isEverything = ({ labels, requirements }: Selector): boolean =>
  labels.length === 0 && requirements.length === 0;

export function selects({ labels, requirements }: Selector, of: Labels): boolean {
  return (
    labels.every(([key, value]) => of.get(key) === value || (!of.has(key) && isSetAtRuntime(key, value))) &&
    requirements.every((one) => satisfies(one, of))
  );
}

function satisfies({ key, operator, values }: Requirement, of: Labels): boolean {
  const value = of.get(key);
  if (operator === "In") {
    return value === undefined ? values.some((one) => isSetAtRuntime(key, one)) : values.includes(value);
  }
  if (operator === "NotIn") return value === undefined || !values.includes(value);
  if (operator === "Exists") return value !== undefined || isSetAtRuntime(key, "true");
  return operator === "DoesNotExist" ? value === undefined : true;
}

/** Keys that Kubernetes' own controllers put on pods. */
const controllers = new Set([
  "statefulset.kubernetes.io/pod-name",
  "apps.kubernetes.io/pod-index",
  "pod-template-hash",
  "controller-revision-hash",
  "rollouts-pod-template-hash",
  "job-name",
  "controller-uid",
  "batch.kubernetes.io/job-name",
  "batch.kubernetes.io/controller-uid",
  "batch.kubernetes.io/job-completion-index",
]);
const roles = new Set(["master", "primary", "leader", "replica", "standby", "slave", "secondary", "active"]);

/** Clustered software labels its own pods with who leads: `role: primary`, `vault-active: "true"`. */
function isSetAtRuntime(key: string, value: string): boolean {
  if (controllers.has(key)) return true;
  if (/role$/i.test(key)) return roles.has(value.toLowerCase());
  return /(?:active|standby|sealed|initialized|leader)$/.test(key) && (value === "true" || value === "false");
}

/** As people write it on a command line: `app=web,tier in (a,b)`. */
export function describe({ labels, requirements }: Selector): string {
  const parts = [
    ...labels.map(([key, value]) => `${key}=${value}`),
    ...requirements.map(({ key, operator, values }) =>
      values.length === 0 ? `${key} ${operator}` : `${key} ${operator} (${values.join(", ")})`,
    ),
  ];
  return parts.join(", ");
}
