import type { Report } from "../../model/report.ts";
import { overview, type Section, sortFindings } from "../overview.ts";
import { changeCounts } from "../wording.ts";
import { changePiece } from "./changes.ts";
import { environmentsPart } from "./environments.ts";
import { html, link } from "./escape.ts";
import { findingDetail, findingItem } from "./findings.ts";
import { fit } from "./fit.ts";
import { heading, introduction } from "./head.ts";
import type { Links } from "../links.ts";
import { tableHeader, tableRows } from "./table.ts";

/** GitHub takes 1 MiB in a job summary, of which other steps may want some. */
export const summaryLimit = 1_000_000;

export interface MarkdownOptions {
  /** Bytes of UTF-8, at least 8,000; bytes, because a text never has more characters than those. */
  limit: number;
  links?: Links;
  /** Where the whole report can be had. */
  fullReport?: string;
}

/** The report for a job summary or a comment: the verdict, the Applications, then the rest as far as there is room. */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  const { limit, links, fullReport } = options;
  const view = overview(report);
  const findings = sortFindings(report.findings);
  return fit(
    {
      head: heading(report) + introduction(report, limit / 5) + environmentsPart(report.environments ?? [], limit / 8),
      table: { header: tableHeader, ...tableRows(view) },
      findings: {
        rows: findings.map((finding) => findingItem(finding, links)),
        details: findings.flatMap((finding) => findingDetail(finding) ?? []),
      },
      sections: view.sections.filter(({ changes }) => changes.length > 0).map(foldedSection),
      foot: fullReport === undefined ? "" : `${link("Full report", fullReport)}\n`,
      fullReport: fullReport === undefined ? "" : `The ${link("full report", fullReport)} has everything.`,
    },
    limit,
  );
}

function foldedSection({ name, changes }: Section): {
  open: string;
  close: string;
  pieces: ReturnType<typeof changePiece>[];
} {
  return {
    open: `<details><summary><b>${html(name, 80)}</b>: ${changeCounts(changes)}</summary>\n\n`,
    close: "\n</details>\n\n",
    pieces: changes.map(changePiece),
  };
}
