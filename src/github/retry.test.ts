import { expect, test } from "vitest";

import type { Attempt } from "./retry.ts";
import { retryDelay, withRetries } from "./retry.ts";

const now = Date.UTC(2026, 0, 1);

function delay(rest: Partial<Attempt>) {
  return retryDelay({ method: "GET", url: "/x", headers: {}, message: "", number: 1, ...rest }, now);
}

test.each<[string, Partial<Attempt>, number | undefined]>([
  ["retry-after is obeyed", { status: 429, headers: { "retry-after": "7" } }, 7000],
  [
    "a limited POST was not carried out, so it is repeated",
    { method: "POST", status: 403, headers: { "retry-after": "7" } },
    7000,
  ],
  [
    "a primary limit that lifts soon is waited for",
    { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": now / 1000 + 20 } },
    21_000,
  ],
  [
    "a primary limit that lifts in an hour is not",
    { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": now / 1000 + 3600 } },
    undefined,
  ],
  [
    "a reset in the past means now",
    { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": now / 1000 - 9 } },
    1000,
  ],
  [
    "a secondary limit without a time waits a minute",
    { status: 403, message: "You have exceeded a secondary rate limit" },
    60_000,
  ],
  [
    "and then gives up, as two minutes are too long",
    { status: 403, message: "secondary rate limit", number: 2 },
    undefined,
  ],
  ["a nonsensical retry-after is no time at all", { status: 429, headers: { "retry-after": "soon" } }, 60_000],
  ["missing permission is not a limit", { status: 403, message: "Resource not accessible by integration" }, undefined],
  ["a broken service is asked again, later each time", { status: 502, number: 3 }, 4000],
  ["no answer at all likewise", {}, 1000],
  ["an unanswered POST may have been carried out", { method: "POST" }, undefined],
  ["a GraphQL query only reads", { method: "POST", url: "https://api.github.com/graphql" }, 1000],
  ["the fourth failure is the last", { status: 502, number: 4 }, undefined],
  ["404 stays 404", { status: 404 }, undefined],
])("%s", (_, attempt, expected) => {
  expect(delay(attempt)).toBe(expected);
});

test("waits are said and slept, and the last failure is thrown as it came", async () => {
  const slept: number[] = [];
  const said: string[] = [];
  const log = { debug: () => {}, warning: () => {}, info: (line: string) => void said.push(line) };
  const clock = { now: () => now, sleep: async (ms: number) => void slept.push(ms) };
  const failure = new Error("bad gateway");
  const describe = () => ({ method: "GET", url: "/x", status: 502, headers: {}, message: "bad gateway" });
  await expect(withRetries(() => Promise.reject(failure), describe, { clock, log })).rejects.toBe(failure);
  expect(slept).toEqual([1000, 2000, 4000]);
  expect(said[0]).toBe("GitHub answered GET with status 502; trying again in 1 s");
});

test("a cancelled job does not wait", async () => {
  const clock = { now: () => now, sleep: () => Promise.reject(new Error("slept")) };
  const log = { debug: () => {}, warning: () => {}, info: () => {} };
  const describe = () => ({ method: "GET", url: "/x", headers: {}, message: "aborted" });
  const send = () => Promise.reject(new Error("aborted"));
  await expect(withRetries(send, describe, { clock, log, signal: AbortSignal.abort() })).rejects.toThrow("aborted");
});
