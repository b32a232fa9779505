import type { Report } from "../model/report.ts";
import { sortApplications, sortFindings } from "./overview.ts";
import { reportSchema } from "./schema.ts";

/** The report as schemas/report.v1.json has it: keys in the schema's order, so that equal reports are equal texts. */
export function renderJson(report: Report): string {
  const applications = sortApplications(report.applications);
  const findings = sortFindings(report.findings);
  return `${JSON.stringify(reportSchema.parse({ ...report, applications, findings }), null, 2)}\n`;
}
