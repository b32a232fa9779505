import type { RunContext } from "../../src/github/events.ts";
import { SlipwayError } from "../../src/model/error.ts";
import type { Report } from "../../src/model/report.ts";

/**
 * The revision to compare with: what the workflow asked for, else the first that this clone has. If it has none, the
 * last is returned, for the error message that names the fetch-depth to set.
 */
export async function chooseBase(
  asked: string | undefined,
  context: RunContext,
  resolve: (revision: string) => Promise<unknown>,
): Promise<string | undefined> {
  const revisions = context.base?.revisions ?? [];
  if (asked !== undefined || revisions.length === 0) return asked;
  for (const revision of revisions) {
    try {
      await resolve(revision);
      return revision;
    } catch (error) {
      if (!(error instanceof SlipwayError) || error.code !== "SLW-BASE") throw error;
    }
  }
  return revisions.at(-1);
}

/** Calls the base by its branch's name, unless the workflow has chosen its own words. */
export function withBaseName(report: Report, asked: string | undefined, context: RunContext): Report {
  if (report.base === undefined || context.base === undefined || asked !== undefined) return report;
  return { ...report, base: { ...report.base, ref: context.base.ref } };
}
