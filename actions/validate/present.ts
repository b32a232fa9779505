import type { RunContext } from "../../src/github/events.ts";
import { commentLimit } from "../../src/github/sticky.ts";
import type { Report } from "../../src/model/report.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderMarkdown, summaryLimit } from "../../src/report/markdown/markdown.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { renderText } from "../../src/report/text/text.ts";
import type { FailOn } from "../../src/report/verdict.ts";
import { verdict } from "../../src/report/verdict.ts";
import { plural } from "../../src/report/wording.ts";

/** The report in every form that this action shows, before any of it is shown. */
export interface Presentation {
  text: string;
  json: string;
  sarif: string;
  /** The whole report, for the artifact. */
  markdown: string;
  summary: string;
  /** The comment, given the address of the whole report. */
  comment: (fullReport: string) => string;
  newsworthy: boolean;
  annotations: { level: "error" | "warning" | "notice"; message: string; properties: AnnotationPlace }[];
  outputs: { errors: number; warnings: number; notices: number; "changed-applications": string[] };
  /** One sentence, when the findings do not let the step pass. */
  failure?: string;
}

interface AnnotationPlace {
  title: string;
  file?: string;
  startLine?: number;
  startColumn?: number;
}

/** No platform's report is longer; it only has to end somewhere. */
const wholeReport = 50_000_000;

export function present(
  report: Report,
  { root, failOn }: { root: string; failOn: FailOn },
  context: RunContext,
): Presentation {
  const home = `${context.serverUrl}/${context.repository.owner}/${context.repository.name}`;
  // The head commit, not GitHub's merge of it: that is the one whose lines the author wrote.
  const commit = context.pullRequest?.headSha ?? context.sha;
  const links = { repository: home, commit, pathPrefix: root };
  const { exitCode, errors, warnings, notices } = verdict(report, failOn);
  const { annotations, leftOut } = annotationsOf(report, { pathPrefix: root });
  const changed = new Set(
    [...report.changes, ...(report.applicationChanges ?? [])].map(({ application }) => application),
  );
  return {
    text: leftOut === undefined ? renderText(report) : `${renderText(report)}\n${leftOut}\n`,
    json: renderJson(report),
    sarif: renderSarif(report, { pathPrefix: root }),
    markdown: renderMarkdown(report, { limit: wholeReport, links }),
    summary: renderMarkdown(report, { limit: summaryLimit, links }),
    comment: (fullReport) => renderMarkdown(report, { limit: commentLimit, links, fullReport }),
    newsworthy: changed.size > 0 || report.findings.length > 0,
    annotations: annotations.map(({ level, message, title, file, line, column }) => ({
      level,
      message,
      properties: {
        title,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
      },
    })),
    outputs: { errors, warnings, notices, "changed-applications": [...changed].sort() },
    ...(exitCode === 0 ? {} : { failure: failure(errors, warnings, failOn) }),
  };
}

function failure(errors: number, warnings: number, failOn: FailOn): string {
  const counts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 && failOn === "warning" ? [plural(warnings, "warning")] : []),
  ];
  return `Slipway found ${counts.join(" and ")}; the job summary has each with its place and what to do`;
}
