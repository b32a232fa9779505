import { checkRules } from "../../src/checks/rules.ts";
import { diffRules } from "../../src/diff/rules.ts";
import { gitopsRules } from "../../src/gitops/rules.ts";
import type { RuleTable } from "../../src/model/rule.ts";

/** Every rule that any room can report. A new room's table goes here, and its rules get pages. */
export const ruleTable: RuleTable = { ...checkRules, ...gitopsRules, ...diffRules };
