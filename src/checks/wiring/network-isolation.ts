import type { PodSet } from "./pods.ts";
import type { Direction, Policies, Policy, Rule } from "./policies.ts";

/** The policy to name where pods are isolated and no rule of any policy lets through. */
export function shut(
  policies: Policies,
  pods: PodSet,
  direction: Direction,
  lets: (rule: Rule, policy: Policy) => boolean,
): Policy | undefined {
  const isolating = policies.isolating(pods, direction);
  if (isolating === undefined) return undefined;
  if (isolating.some((policy) => policy.rules[direction].some((rule) => lets(rule, policy)))) return undefined;
  return isolating.find(({ selector }) => selector.labels.length > 0) ?? isolating[0];
}

export const pathOf = ({ rules }: Policy, direction: Direction): string =>
  rules[direction].length > 0 ? `spec.${direction}` : "spec.podSelector";

/** The namespaces that a selector names, where it says no more than their names. */
export function namespaceNames({
  labels,
  requirements,
}: NonNullable<NonNullable<Rule["peers"]>[number]["namespaces"]>): string[] | undefined {
  const key = "kubernetes.io/metadata.name";
  const [[first, value] = []] = labels;
  if (labels.length === 1 && requirements.length === 0 && first === key && value !== undefined) return [value];
  const [requirement] = requirements;
  const isOnly = labels.length === 0 && requirements.length === 1;
  return isOnly && requirement?.key === key && requirement.operator === "In" ? [...requirement.values] : undefined;
}
