import { checkRules } from "./checks/rules.ts";
import { diffRules } from "./diff/rules.ts";
import { environmentRules } from "./environment/rules.ts";
import { gitopsRules } from "./gitops/rules.ts";
import type { RuleTable } from "./model/rule.ts";
import { settleRules } from "./run/settle/rules.ts";

/** Every rule a finding can have. */
export const allRules: RuleTable = { ...checkRules, ...environmentRules, ...gitopsRules, ...diffRules, ...settleRules };
