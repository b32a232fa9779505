/** Writes the table of docs/rules/README.md from the rules that there are: `node scripts/rules-index.ts`. A test keeps it current. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RuleTable } from "../src/model/rule.ts";
import { allRules } from "../src/rules.ts";

const index = fileURLToPath(new URL("../docs/rules/README.md", import.meta.url));
const section = /(?<=<!-- rules from src\/rules\.ts -->\n)[\s\S]*(?=<!-- end of rules -->)/;

export function pageOf(rule: string): string {
  return `${rule.replace("/", "-")}.md`;
}

/** The index with one row per rule, in the order of the tables; throws where it lacks the marks that the rows go between. */
export function withRules(text: string, rules: RuleTable): string {
  if (!section.test(text)) throw new Error("docs/rules/README.md lacks the marks around its table");
  const rows = Object.entries(rules).map(
    ([rule, [severity, sentence]]) => `| [\`${rule}\`](${pageOf(rule)}) | ${severity} | ${sentence} |\n`,
  );
  return text.replace(
    section,
    () => `\n| Rule | Severity | What it reports |\n| --- | --- | --- |\n${rows.join("")}\n`,
  );
}

if (import.meta.main) writeFileSync(index, withRules(readFileSync(index, "utf8"), allRules));
