import { findingsOf, type RuleTable } from "../model/rule.ts";

/** The rules of the checks that look at files and at rendered resources. */
export const checkRules = {
  "yaml/syntax": ["error", "A YAML or JSON file that no parser accepts"],
  "yaml/duplicate-key": ["error", "A key given twice in one mapping, of which only one counts"],
  "yaml/ambiguous-scalar": ["warning", "An unquoted value that Kubernetes reads as something else than it looks like"],
  "yaml/alias-bomb": ["error", "Aliases that expand to far more than the file holds"],
  "yaml/encoding": ["error", "A YAML file that is not UTF-8 text"],
  "yaml/too-large": ["warning", "A YAML file too large to be read as manifests"],
  "schema/invalid": ["error", "A resource that does not match the schema of its kind"],
  "schema/unreadable": ["error", "A manifest that cannot be read as a Kubernetes resource"],
  "schema/missing": ["notice", "A kind for which no schema is known"],
} as const satisfies RuleTable;

export const finding = findingsOf(checkRules);
