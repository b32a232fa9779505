import { findingsOf, type RuleTable } from "../model/rule.ts";

/** Every rule this room can report. */
export const diffRules = {
  "diff/ignore-not-applied": ["notice", "A part of ignoreDifferences that cannot be honoured outside a cluster"],
} as const satisfies RuleTable;

export const finding = findingsOf(diffRules);
