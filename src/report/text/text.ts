import type { Finding } from "../../model/finding.ts";
import type { Report } from "../../model/report.ts";
import { overview, type Section, sortFindings } from "../overview.ts";
import { visibleLine } from "../visible.ts";
import { changedOf, duration, findingCounts, number, plural, totalDuration } from "../wording.ts";
import { changeLines, effectLines } from "./changes.ts";
import { environmentLines } from "./environments.ts";
import { findingLines, type ReadLine } from "./findings.ts";
import { noticeLines } from "./notices.ts";
import { type Paint, plain } from "./style.ts";
import { applicationTable } from "./table.ts";
import { wrap } from "./wrap.ts";

export interface TextOptions {
  /** Columns of the terminal; 100 where there is none. */
  width?: number;
  paint?: Paint;
  readLine?: ReadLine;
}

/** The report for a console: what there is, what changes, what is wrong, and one line that sums it up. */
export function renderText(report: Report, options: TextOptions = {}): string {
  const { width = 100, paint = plain, readLine } = options;
  const view = overview(report);
  const notices = sortFindings(report.findings).filter((one) => !isGrave(one));
  const paragraphs = [
    [header(report, paint)],
    headlineLines(report, paint, width),
    environmentLines(report.environments ?? [], paint, width),
    applicationTable(view, paint, width),
    ...view.sections.flatMap((section) => sectionLines(section, paint, width, readLine)),
    ...view.repository.filter(isGrave).map((finding) => findingLines(finding, paint, width, readLine)),
    ...noticeLines(notices, paint, width, readLine),
    [summary(report, paint)],
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const isGrave = ({ severity }: Finding): boolean => severity !== "notice";

function header({ slipway, kubernetesVersion, base }: Report, paint: Paint): string {
  const compared =
    base === undefined ? [] : [`compared with ${visibleLine(base.ref)} (${visibleLine(base.commit.slice(0, 7))})`];
  return [paint("heading", `slipway ${slipway}`), `Kubernetes ${visibleLine(kubernetesVersion, 40)}`, ...compared].join(
    " · ",
  );
}

/** What happens in all, then what is true of whole Applications or of the change at large. */
function headlineLines({ headline, effects = [], changes }: Report, paint: Paint, width: number): string[] {
  if (headline === undefined || changes.length === 0) return [];
  return [
    ...wrap(visibleLine(headline, 500), "", width).map((line) => paint("heading", line)),
    ...effects.flatMap(({ application, ...effect }) => {
      const message = application === undefined ? effect.message : `${application} ${effect.message}`;
      return effectLines({ ...effect, message }, paint, width, "");
    }),
  ];
}

/** An Application's changes in one paragraph, each of its errors and warnings in one of its own. */
function sectionLines(section: Section, paint: Paint, width: number, readLine?: ReadLine): string[][] {
  const { name, changes, applicationChange } = section;
  const findings = section.findings.filter(isGrave);
  if (changes.length + findings.length === 0) return [];
  const renamed = applicationChange?.kind === "renamed" && applicationChange.previous !== undefined;
  const was = renamed ? `, was ${visibleLine(applicationChange.previous ?? "")}` : "";
  const heading = paint("heading", `${visibleLine(name)}${was}`);
  const list = changes.flatMap((change) => changeLines(change, paint, width));
  const [first, ...rest] = findings.map((finding) => findingLines(finding, paint, width, readLine));
  if (list.length > 0) return [[heading, ...list], ...(first === undefined ? [] : [first, ...rest])];
  return [[heading, ...(first ?? [])], ...rest];
}

/** `2 errors, 1 warning · 2 of 1,000 Applications change · 1 not rendered · 20,114 resources in 1.42 s`. */
function summary(report: Report, paint: Paint): string {
  const { applications, findings, changes, base, environments = [] } = report;
  if (applications.length + findings.length + changes.length + environments.length === 0) {
    return "nothing to check: there are no Applications, kustomizations, charts or manifests";
  }
  const counts = findingCounts(findings);
  const gravest = findings.some(({ severity }) => severity === "error") ? "error" : "heading";
  const changed = new Set(changes.map((change) => change.application)).size;
  const missing = applications.filter(({ status }) => status === "not-rendered" || status === "failed").length;
  const resources = applications.reduce((sum, one) => sum + one.resources, 0);
  return [
    paint(gravest, counts === "" ? "no findings" : counts),
    base === undefined ? plural(applications.length, "Application") : changedOf(changed, applications.length),
    ...(missing === 0 ? [] : [`${number(missing)} not rendered`]),
    `${plural(resources, "resource")} in ${duration(totalDuration(report))}`,
  ].join(" · ");
}
