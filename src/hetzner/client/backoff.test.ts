import { describe, expect, it } from "vitest";
import { exponentialBackoff } from "./backoff.ts";

describe("exponential backoff", () => {
  it("doubles up to its cap, and leaves the upper half to chance", () => {
    const least = exponentialBackoff({ base: 1000, cap: 60_000, random: () => 0 });
    const most = exponentialBackoff({ base: 1000, cap: 60_000, random: () => 0.999_999 });
    expect([1, 2, 3, 7, 50].map(least)).toEqual([500, 1000, 2000, 30_000, 30_000]);
    expect([1, 2, 3, 7, 50].map(most)).toEqual([1000, 2000, 4000, 60_000, 60_000]);
  });
});
