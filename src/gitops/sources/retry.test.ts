import { describe, expect, it } from "vitest";
import { defaultRetryPolicy, retryAfterMs, withRetries } from "./retry.ts";
import type { Attempt } from "./retry.ts";

function setup(random = 1): { waits: number[]; run: (outcomes: Attempt<string>[]) => Promise<string> } {
  const waits: number[] = [];
  const clock = {
    now: () => 0,
    random: () => random,
    sleep: async (milliseconds: number): Promise<void> => void waits.push(milliseconds),
  };
  const run = async (outcomes: Attempt<string>[]): Promise<string> => {
    const left = [...outcomes];
    return withRetries(async () => left.shift() ?? { failed: new Error("asked too often") }, {
      clock,
      signal: new AbortController().signal,
      policy: defaultRetryPolicy,
      onRetry: () => undefined,
    });
  };
  return { waits, run };
}
const failed = new Error("answered 503");

describe("withRetries", () => {
  it("doubles the back-off", async () => {
    const { waits, run } = setup();
    expect(await run([{ failed }, { failed }, { failed }, { value: "ok" }])).toBe("ok");
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it("spreads the back-off over its whole width", async () => {
    const { waits, run } = setup(0.5);
    await run([{ failed }, { failed }, { value: "ok" }]);
    expect(waits).toEqual([250, 500]);
  });

  it("gives up after the last attempt with the last failure", async () => {
    const { waits, run } = setup();
    await expect(run([{ failed }, { failed }, { failed }, { failed }])).rejects.toBe(failed);
    expect(waits).toHaveLength(3);
  });

  it("waits as long as the server asks", async () => {
    const { waits, run } = setup();
    await run([{ failed, retryAfter: 7000 }, { value: "ok" }]);
    expect(waits).toEqual([7000]);
  });

  it("does not wait for a server that asks for too long", async () => {
    const { waits, run } = setup();
    await expect(run([{ failed, retryAfter: 3_600_000 }, { value: "ok" }])).rejects.toBe(failed);
    expect(waits).toEqual([]);
  });
});

describe("retryAfterMs", () => {
  it("reads seconds and dates", () => {
    const now = Date.UTC(2026, 10, 23, 7, 0, 0);
    expect(retryAfterMs("120", now)).toBe(120_000);
    expect(retryAfterMs("Mon, 23 Nov 2026 07:00:30 GMT", now)).toBe(30_000);
    expect(retryAfterMs("Mon, 23 Nov 2026 06:00:00 GMT", now)).toBe(0);
    expect(retryAfterMs("soon", now)).toBeUndefined();
    expect(retryAfterMs(null, now)).toBeUndefined();
  });
});
