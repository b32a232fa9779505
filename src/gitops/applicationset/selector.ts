import type { LabelSelector } from "./schema.ts";

/**
 * A generator's selector over its flattened parameters. Unlike Kubernetes' own, values may be anything (cluster URLs).
 * No selector selects all. Throws on an operator or a set of values that Argo CD refuses.
 */
export function selects(selector: LabelSelector | undefined, labels: Readonly<Record<string, string>>): boolean {
  if (selector === undefined) return true;
  const exact = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => labels[key] === value);
  const sets = (selector.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
    checkValues(operator, values);
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (operator === "Exists") return value !== undefined;
    if (operator === "DoesNotExist") return value === undefined;
    const listed = value !== undefined && values.includes(value);
    return operator === "In" ? listed : !listed;
  });
  return [...exact, ...sets].every(Boolean);
}

function checkValues(operator: string, values: readonly string[]): void {
  const needsValues = operator === "In" || operator === "NotIn";
  if (!needsValues && operator !== "Exists" && operator !== "DoesNotExist") {
    throw new Error(`"${operator}" is not a valid selector operator; use In, NotIn, Exists or DoesNotExist`);
  }
  if (needsValues === (values.length === 0)) {
    throw new Error(`operator ${operator} ${needsValues ? "needs" : "must not have"} values`);
  }
}
