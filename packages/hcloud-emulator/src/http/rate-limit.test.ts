import { describe, expect, it } from "vitest";
import { startTrial } from "../testing/client.ts";

describe("the rate limit", () => {
  it("refuses when nothing is left, and gives one request back each second", async () => {
    await using trial = await startTrial({ rateLimit: { limit: 3, refillPerSecond: 1 } });
    const { call, refusal, wait } = trial;
    for (const left of ["2", "1", "0"]) {
      expect((await call("GET", "/locations")).headers.get("RateLimit-Remaining")).toBe(left);
    }
    const refused = await call("GET", "/locations");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("RateLimit-Limit")).toBe("3");
    // Reset is when everything is back: three seconds on.
    expect(Number(refused.headers.get("RateLimit-Reset"))).toBe(Date.parse("2026-11-02T00:00:03Z") / 1000);
    wait(1000);
    expect((await call("GET", "/locations")).status).toBe(200);
    expect(await refusal("GET", "/locations")).toBe("rate_limit_exceeded");
    wait(60_000);
    expect((await call("GET", "/locations")).headers.get("RateLimit-Remaining")).toBe("2");
  });

  it("is each project's own, and no business of those without a token", async () => {
    await using trial = await startTrial({
      rateLimit: { limit: 1, refillPerSecond: 1 },
      tokens: { a: { project: "a" }, b: { project: "b" } },
    });
    expect((await trial.call("GET", "/servers", undefined, "a")).status).toBe(200);
    expect((await trial.call("GET", "/servers", undefined, "a")).status).toBe(429);
    expect((await trial.call("GET", "/servers", undefined, "b")).status).toBe(200);
    expect((await trial.call("GET", "/servers", undefined, "c")).status).toBe(401);
  });
});
