import { findingsOf } from "../model/rule.ts";
import { gitopsRules } from "./rules.ts";

/** A finding of this room: severity and page follow from the rule. */
export const finding = findingsOf(gitopsRules);
