import { z } from "zod";
import { matchesDoubleStar } from "../../gitops/glob.ts";
import { type Finding, severities } from "../../model/finding.ts";
import { patternsOf, rulePatterns, unknownRule } from "./rule-patterns.ts";

const level = z.enum(["off", ...severities]);
type Levels = Readonly<Record<string, z.output<typeof level>>>;

/** Levels by rule, `family/*` or `*`; the JSON Schema lists them, so that editors complete. */
const levels = z
  .record(z.string(), level)
  .superRefine((given, context) => {
    for (const pattern of Object.keys(given)) {
      const message = unknownRule(pattern);
      if (message !== undefined) context.addIssue({ code: "custom", message, path: [pattern] });
    }
  })
  .meta({ propertyNames: { enum: rulePatterns } });

const override = z.strictObject({
  files: z.array(z.string()).min(1).describe("Globs of files; `**` is any number of folders"),
  rules: levels,
});

/** The keys of slipway.yaml that say how grave a finding is. */
export const levelKeys = {
  rules: levels
    .default({})
    .describe(
      "off, notice, warning or error for a rule, for a family (`policy/*`) or for all (`*`); the exact one wins",
    ),
  overrides: z.array(override).default([]).describe("Other levels for findings in some files; the last that fits wins"),
};

export interface LevelConfiguration {
  rules: Levels;
  overrides: readonly { files: readonly string[]; rules: Levels }[];
}

/** Findings with the severity that slipway.yaml gives them; those that it turns off are left out. */
export function levelled(findings: readonly Finding[], configuration: LevelConfiguration): Finding[] {
  const { rules, overrides } = configuration;
  if (Object.keys(rules).length === 0 && overrides.length === 0) return [...findings];
  return findings.flatMap((finding) => {
    const chosen = levelOf(finding, configuration);
    if (chosen === "off") return [];
    return [chosen === undefined ? finding : { ...finding, severity: chosen }];
  });
}

/** The level a person chose for findings like this one. */
export function levelOf(
  { rule, at }: Pick<Finding, "rule" | "at">,
  { rules, overrides }: LevelConfiguration,
): Levels[string] | undefined {
  const file = at[0]?.file;
  const fitting = overrides.filter(
    ({ files }) => file !== undefined && files.some((pattern) => matchesDoubleStar(pattern, file)),
  );
  for (const table of [...fitting.toReversed().map((one) => one.rules), rules]) {
    const pattern = patternsOf(rule).find((one) => Object.hasOwn(table, one));
    if (pattern !== undefined) return table[pattern];
  }
  return undefined;
}
