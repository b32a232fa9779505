import type { Finding, Severity } from "./finding.ts";

/** The rules of one room: id → default severity and one sentence that says what it reports. */
export type RuleTable = Readonly<Record<string, readonly [Severity, string]>>;

const docsRoot = "https://github.com/slipway-dev/slipway/blob/main/docs/rules";

/** Where the page of a rule is published; the file is docs/rules/<family>-<name>.md. */
export function ruleDocs(rule: string): string {
  return `${docsRoot}/${rule.replace("/", "-")}.md`;
}

/** Where a kind of effect is explained; the file is docs/effects.md. */
export function effectDocs(kind: string): string {
  return `https://github.com/slipway-dev/slipway/blob/main/docs/effects.md#${kind}`;
}

export type FindingDetails = Omit<Partial<Finding>, "rule" | "message" | "docs">;

/** A maker of findings for one room's rules: severity and page follow from the rule. */
export function findingsOf<Table extends RuleTable>(
  rules: Table,
): (rule: keyof Table & string, message: string, details?: FindingDetails) => Finding {
  return (rule, message, details = {}) => ({
    severity: rules[rule]?.[0] ?? "error",
    at: [],
    ...details,
    rule,
    message,
    docs: ruleDocs(rule),
  });
}
