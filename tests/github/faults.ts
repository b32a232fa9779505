import type { Answer } from "./routes.ts";

/** One thing that goes wrong, once, at the next request it fits. */
export interface Fault {
  method: string;
  path: RegExp;
  /**
   * An answer instead of the real one; "drop" closes the connection unread; "lose-answer" does what was asked and then
   * closes it; a number of milliseconds only delays.
   */
  effect: Answer | "drop" | "lose-answer" | number;
}

const docs = "https://docs.github.com/rest";

/** GitHub's ways of refusing, in its own words. */
export const refusals = {
  secondaryLimit: (retryAfter?: string): Answer => ({
    status: 403,
    headers: { "x-ratelimit-remaining": "4000", ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }) },
    body: {
      message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
      documentation_url: docs,
    },
  }),
  primaryLimit: (resetSeconds: number): Answer => ({
    status: 403,
    headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(resetSeconds) },
    body: { message: "API rate limit exceeded for installation ID 1.", documentation_url: docs },
  }),
  tooMany: (retryAfter: string): Answer => ({
    status: 429,
    headers: { "retry-after": retryAfter },
    body: { message: "Too Many Requests" },
  }),
  notFound: { status: 404, body: { message: "Not Found", documentation_url: docs } },
  invalid: { status: 422, body: { message: "Validation Failed", errors: [], documentation_url: docs } },
  broken: { status: 502, body: { message: "Server Error" } },
} as const;

export function takeFault(faults: Fault[], method: string, path: string): Fault | undefined {
  const index = faults.findIndex((fault) => fault.method === method && fault.path.test(path));
  return index < 0 ? undefined : faults.splice(index, 1)[0];
}
