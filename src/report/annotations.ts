import { type Finding, severities, type Severity } from "../model/finding.ts";
import type { Report } from "../model/report.ts";
import { dangerFindings } from "./effect-findings.ts";
import { repositoryPath } from "./links.ts";
import { sortFindings } from "./overview.ts";
import { visible, visibleLine } from "./visible.ts";
import { plural, sentence } from "./wording.ts";

/** GitHub shows ten annotations of a level in a step, and cuts a message at 4,096 characters. */
const perLevel = 10;
const maxMessage = 4096;

export interface Annotation {
  level: Severity;
  /** From the repository's root; absent when no file is to blame. */
  file?: string;
  line?: number;
  column?: number;
  title: string;
  message: string;
}

export interface Annotations {
  annotations: Annotation[];
  /** What GitHub would not have shown, in a sentence; absent when everything is there. */
  leftOut?: string;
}

/** The dangerous effects and findings that GitHub has room for beside their lines; those with a line come first. */
export function annotationsOf(report: Report, options: { pathPrefix?: string } = {}): Annotations {
  const findings = [...dangerFindings(report), ...sortFindings(report.findings)];
  const placed = [...findings.filter(({ at }) => at.length > 0), ...findings.filter(({ at }) => at.length === 0)];
  const levels = severities.map((level) => ({ level, all: placed.filter(({ severity }) => severity === level) }));
  const missing = levels.filter(({ all }) => all.length > perLevel);
  const more = missing.map(({ level, all }) => `${plural(all.length - perLevel, level)} more`);
  return {
    annotations: levels.flatMap(({ all }) => all.slice(0, perLevel).map((one) => annotation(one, options.pathPrefix))),
    ...(more.length === 0
      ? {}
      : { leftOut: `GitHub shows ${perLevel} annotations of a level; ${more.join(", ")} in the report` }),
  };
}

function annotation(finding: Finding, pathPrefix: string | undefined): Annotation {
  const { severity, rule, detail, hint, application, at } = finding;
  const [first] = at;
  const where = application === undefined ? "" : ` (${visibleLine(application, 60)})`;
  const whole = visible(
    [sentence(finding), detail, hint].filter((part) => part !== undefined && part !== "").join("\n"),
  );
  return {
    level: severity,
    ...(first === undefined
      ? {}
      : { file: repositoryPath(first.file, pathPrefix), line: first.line, column: first.column }),
    title: `${visibleLine(rule, 100)}${where}`,
    message: whole.length <= maxMessage ? whole : `${whole.slice(0, maxMessage - 1).toWellFormed()}…`,
  };
}
