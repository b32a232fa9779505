import { z } from "zod";

import { isRateLimit } from "./retry.ts";

type FailureKind = "read-only" | "not-found" | "refused" | "rate-limited" | "unreachable";

/** Why GitHub did not do what was asked, as data: none of these is a reason to lose the report. */
export interface Failure {
  kind: FailureKind;
  /** One sentence without a trailing period. */
  reason: string;
}

const headers = z.record(z.string(), z.union([z.string(), z.number()]).optional());
const octokitError = z.object({
  status: z.number(),
  message: z.string(),
  response: z.object({ headers }).optional(),
});

interface RequestFailure {
  /** Absent when no answer came. */
  status?: number;
  headers: z.infer<typeof headers>;
  message: string;
}

/** The parts of Octokit's RequestError that matter; `undefined` for anything else, which is then a bug of ours. */
export function requestError(error: unknown): RequestFailure | undefined {
  const parsed = error instanceof Error ? octokitError.safeParse(error) : undefined;
  if (!parsed?.success) return undefined;
  const { status, message, response } = parsed.data;
  // Without an answer Octokit makes up a status of 500.
  return response === undefined ? { headers: {}, message } : { status, headers: response.headers, message };
}

/** Sorts a failed request by what a person can do about it; rethrows what is not a failed request. */
export function failureOf(error: unknown): Failure {
  const failed = requestError(error);
  if (failed === undefined) throw error;
  const said = `GitHub said ${failed.status}: ${failed.message}`;
  if (failed.status === undefined) return { kind: "unreachable", reason: `GitHub did not answer (${failed.message})` };
  if (isRateLimit({ ...failed, method: "", url: "" })) {
    return { kind: "rate-limited", reason: "GitHub's rate limit is used up; run the job again later" };
  }
  if (failed.status === 401) return { kind: "read-only", reason: "the token is not valid (any more)" };
  if (failed.status === 403 && /not accessible/iu.test(failed.message)) {
    return { kind: "read-only", reason: "the token is read-only; grant the job `pull-requests: write`" };
  }
  if (failed.status === 404 || failed.status === 410) return { kind: "not-found", reason: said };
  if (failed.status >= 500) return { kind: "unreachable", reason: said };
  return { kind: "refused", reason: said };
}

/** One line for a log, whatever was thrown. */
export function failureReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}
