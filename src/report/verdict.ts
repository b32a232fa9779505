import type { Report } from "../model/report.ts";
import { severityCounts } from "./wording.ts";

export const failOnLevels = ["error", "warning", "never"] as const;
/** The gravest finding that is still fine is one below this. */
export type FailOn = (typeof failOnLevels)[number];

export interface Verdict {
  exitCode: 0 | 1;
  errors: number;
  warnings: number;
  notices: number;
}

/** Whether the findings let the run pass. */
export function verdict(report: Report, failOn: FailOn): Verdict {
  const { error: errors, warning: warnings, notice: notices } = severityCounts(report.findings);
  const counted = { error: errors, warning: errors + warnings, never: 0 }[failOn];
  return { exitCode: counted > 0 ? 1 : 0, errors, warnings, notices };
}
