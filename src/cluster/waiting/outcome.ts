import type { Reason } from "./reasons/reason.ts";
import type { ApplicationProgress, Progress } from "./progress.ts";

/** Milliseconds that a reason may stand before the wait is given up, by how much waiting may help. */
export interface Patience {
  none: number;
  little: number;
}

export const defaultPatience: Patience = { none: 20_000, little: 90_000 };

/** When each reason was first seen, in milliseconds; a reason that goes away is forgotten. */
export type Standing = ReadonlyMap<string, number>;

export type Outcome =
  | { kind: "done" }
  | { kind: "stuck"; application: string; reason: Reason }
  /** `lookAgain`: when a reason will have stood too long, if nothing happens before. */
  | { kind: "waiting"; lookAgain?: number };

/**
 * Whether to wait on. Waiting ends early when a reason that does not pass on its own has stood for as long as it may: by then
 * a rollout under way would have replaced what it is about.
 */
export function judge(
  { applications, done }: Progress,
  before: Standing,
  now: number,
  patience: Patience,
): { standing: Standing; outcome: Outcome } {
  const standing = new Map<string, number>();
  let lookAgain: number | undefined;
  for (const application of applications) {
    for (const reason of application.reasons) {
      const limit = reason.hope === "good" ? undefined : patience[reason.hope];
      if (limit === undefined || !application.current) continue;
      const key = keyOf(application, reason);
      const since = before.get(key) ?? now;
      standing.set(key, since);
      if (now - since >= limit) {
        return { standing, outcome: { kind: "stuck", application: application.name, reason } };
      }
      lookAgain = Math.min(lookAgain ?? Infinity, since + limit);
    }
  }
  if (done) return { standing, outcome: { kind: "done" } };
  return { standing, outcome: { kind: "waiting", ...(lookAgain !== undefined && { lookAgain }) } };
}

/** Counts in messages change ("attempt 3"), and are the same reason all the same. */
const keyOf = ({ name }: ApplicationProgress, { cause, resource = "", hope }: Reason): string =>
  `${name} ${cause} ${resource} ${hope}`;
