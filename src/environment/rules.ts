import { findingsOf, type RuleTable } from "../model/rule.ts";

/** The rules of Environment files. */
export const environmentRules = {
  "environment/invalid": ["error", "An Environment file with a field that is unknown, missing or has a wrong value"],
  "environment/conflict": ["error", "Fields of an Environment that contradict each other"],
  "environment/bootstrap": ["error", "An Environment whose bootstrap file is missing or declares no Application"],
  "environment/kubernetes-version": ["warning", "A Kubernetes version outside of those that can be checked"],
  "environment/not-sold": ["warning", "A server type or location that the price catalogue does not have"],
  "environment/architecture": ["warning", "A preference list that mixes Arm and x86 servers"],
  "environment/budget": ["warning", "An Environment that costs more than its budget"],
} as const satisfies RuleTable;

export const finding = findingsOf(environmentRules);
