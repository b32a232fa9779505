import { invalid } from "./errors.ts";

type Labels = Readonly<Record<string, string>>;
export type LabelMatcher = (labels: Labels) => boolean;

const key = String.raw`[A-Za-z0-9](?:[\w./-]*[A-Za-z0-9])?`;
const value = String.raw`[\w.-]*`;
const equality = new RegExp(`^(${key})\\s*(==|=|!=)\\s*(${value})$`);
const membership = new RegExp(`^(${key})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const presence = new RegExp(`^(!?)\\s*(${key})$`);

/**
 * Compiles `k=v`, `k==v`, `k!=v`, `k`, `!k`, `k in (a,b)` and `k notin (a,b)`, joined by commas that mean AND. As in
 * Kubernetes, `!=` and `notin` also match where the label is missing.
 *
 * @throws ApiError `invalid_input` for a selector that is none of these.
 */
export function labelSelector(selector: string): LabelMatcher {
  const matchers = terms(selector).map(matcherOf);
  return (labels) => matchers.every((matches) => matches(labels));
}

/** Splits at the commas that are not between parentheses. */
const terms = (selector: string): string[] => selector.split(/,(?![^(]*\))/).map((term) => term.trim());

function matcherOf(term: string): LabelMatcher {
  const [, name = "", operator, wanted = ""] = equality.exec(term) ?? [];
  if (operator !== undefined) {
    return operator === "!=" ? (labels) => labels[name] !== wanted : (labels) => labels[name] === wanted;
  }
  const [, member = "", relation, list = ""] = membership.exec(term) ?? [];
  if (relation !== undefined) {
    const values = new Set(list.split(",").map((one) => one.trim()));
    const isOneOf = (labels: Labels): boolean => {
      const actual = labels[member];
      return actual !== undefined && values.has(actual);
    };
    return relation === "in" ? isOneOf : (labels) => !isOneOf(labels);
  }
  const [, negation, present = ""] = presence.exec(term) ?? [];
  if (negation === undefined) throw invalid("label_selector", `"${term}" is not a label selector`);
  return negation === "!" ? (labels) => !(present in labels) : (labels) => present in labels;
}
