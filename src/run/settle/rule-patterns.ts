import { closest } from "../../model/closest.ts";
import { allRules } from "../../rules.ts";

const families = [...new Set(Object.keys(allRules).map((rule) => rule.split("/")[0]))];

/** All that may stand for rules in slipway.yaml and in comments: rules, `family/*`, and `*` for all of them. */
export const rulePatterns: readonly string[] = [...Object.keys(allRules), ...families.map((name) => `${name}/*`), "*"];
const known = new Set(rulePatterns);

/** Why this stands for no rule, naming the closest that does; undefined where it does. */
export function unknownRule(pattern: string): string | undefined {
  if (known.has(pattern)) return undefined;
  const near = closest(pattern, rulePatterns);
  return `there is no rule "${pattern}"${near === undefined ? "" : `; the closest is "${near}"`}`;
}

/** The patterns that stand for a rule, the most specific first. */
export const patternsOf = (rule: string): readonly string[] => [rule, `${rule.split("/")[0]}/*`, "*"];

export const coversRule = (pattern: string, rule: string): boolean => patternsOf(rule).includes(pattern);
