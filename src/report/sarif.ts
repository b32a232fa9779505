import { createHash } from "node:crypto";
import type { Finding, Severity } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import { resourceKey, type SourceLocation } from "../model/resource.ts";
import { dangerFindings, effectDescriptions } from "./effect-findings.ts";
import { repositoryPath } from "./links.ts";
import { sortFindings } from "./overview.ts";
import type { SarifLevel, SarifLocation, SarifLog, SarifResult, SarifRule } from "./sarif-types.ts";
import { visible } from "./visible.ts";
import { sentence } from "./wording.ts";

export interface SarifOptions {
  /** The folder that was validated, within the repository. */
  pathPrefix?: string;
  /** Tells apart several runs on one commit; a category in GitHub's code scanning. */
  category?: string;
  /** One sentence on a rule, where it is known. */
  describe?: (rule: string) => string | undefined;
}

const levels = { error: "error", warning: "warning", notice: "note" } as const satisfies Record<Severity, SarifLevel>;

/** The findings and dangerous effects as SARIF 2.1.0; those that no file is to blame for become notifications of the run. */
export function renderSarif(report: Report, options: SarifOptions = {}): string {
  const findings = sortFindings([...report.findings, ...dangerFindings(report)]);
  const rules = rulesOf(findings, options);
  const index = new Map(rules.map((rule, i) => [rule.id, i]));
  const seen = new Map<string, number>();
  const located = findings.flatMap((finding) => {
    const at = placesOf(finding, report);
    return at[0] === undefined ? [] : [resultOf(finding, at, index.get(finding.rule) ?? 0, seen, options)];
  });
  const notifications = findings
    .filter((finding) => placesOf(finding, report).length === 0)
    .map((finding) => ({
      level: levels[finding.severity],
      message: { text: messageOf(finding) },
      descriptor: { id: finding.rule },
    }));
  const log: SarifLog = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "slipway",
            semanticVersion: report.slipway,
            informationUri: "https://github.com/slipway-dev/slipway",
            rules,
          },
        },
        automationDetails: { id: `slipway/${options.category ?? "validate"}/` },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        columnKind: "utf16CodeUnits",
        results: located,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const effectSentences = new Map(Object.entries(effectDescriptions).map(([kind, text]) => [`effect/${kind}`, text]));

function rulesOf(findings: readonly Finding[], { describe }: SarifOptions): SarifRule[] {
  // Sorted findings: the first of a rule has the gravest level.
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  return [...first.values()].map(({ rule, severity, docs }) => {
    const description = describe?.(rule) ?? effectSentences.get(rule) ?? rule;
    return {
      id: rule,
      name: rule,
      shortDescription: { text: description },
      fullDescription: { text: description },
      helpUri: docs,
      help: {
        text: `${description}. See ${docs}`,
        markdown: `${description}. [What it means and how to mend it](${docs})`,
      },
      defaultConfiguration: { level: levels[severity] },
      properties: { tags: ["kubernetes", rule.split("/")[0] ?? rule], "problem.severity": problem[severity] },
    };
  });
}

const problem = { error: "error", warning: "warning", notice: "recommendation" } as const;

/** Where an Application is declared stands in for a finding of it that has no place of its own. */
function placesOf(finding: Finding, { applications }: Report): SourceLocation[] {
  if (finding.at.length > 0) return finding.at;
  const declared = applications.find(({ name, file }) => name === finding.application && file !== "");
  return declared === undefined ? [] : [{ file: declared.file, line: declared.line, column: 1 }];
}

function resultOf(
  finding: Finding,
  at: readonly SourceLocation[],
  ruleIndex: number,
  seen: Map<string, number>,
  options: SarifOptions,
): SarifResult {
  const [first, ...others] = at.map((place, i) => locationOf(place, i, options));
  const fingerprint = fingerprintOf(finding, at[0]);
  const occurrence = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, occurrence);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: first === undefined ? [] : [first],
    ...(others.length === 0 ? {} : { relatedLocations: others }),
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${occurrence}` },
    properties: {
      ...(finding.application === undefined ? {} : { application: finding.application }),
      ...(finding.resource === undefined ? {} : { resource: resourceKey(finding.resource) }),
      ...(finding.path === undefined ? {} : { path: finding.path }),
    },
  };
}

function messageOf(finding: Finding): string {
  const { detail, hint } = finding;
  return visible([sentence(finding), detail, hint].filter((part) => part !== undefined && part !== "").join("\n"));
}

function locationOf(
  { file, line, column, via }: SourceLocation,
  i: number,
  { pathPrefix }: SarifOptions,
): SarifLocation {
  const uri = repositoryPath(file, pathPrefix)
    .split("/")
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join("/");
  return {
    ...(i === 0 ? {} : { id: i }),
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: line, startColumn: column },
    },
    ...(i === 0 && via === undefined ? {} : { message: { text: via ?? "also here" } }),
  };
}

/** Stays the same when lines move or numbers in the message change: the rule, the file, the resource and the field. */
function fingerprintOf(
  { rule, application, resource, path, message }: Finding,
  at: SourceLocation | undefined,
): string {
  const place = resource === undefined ? message.replaceAll(/\d+/g, "#") : resourceKey(resource);
  const parts = [rule, at?.file ?? "", application ?? "", place, path ?? ""];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
