import { findingsOf, type RuleTable } from "../../model/rule.ts";

/** The rules of what a person says about findings: comments that ignore them, and the baseline. */
export const settleRules = {
  "ignore/invalid": ["warning", "A slipway-ignore comment without a reason, or with a rule that there is not"],
  "ignore/unused": ["notice", "A slipway-ignore comment that ignores nothing"],
  "baseline/fixed": ["notice", "Findings of the baseline that are no longer there"],
} as const satisfies RuleTable;

export const finding = findingsOf(settleRules);
