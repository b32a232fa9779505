import { describe, expect, test } from "vitest";
import { createWorkload } from "./workload.ts";

describe("one more instance of an engine", () => {
  test("is not worth it for a few small calls, but for many", () => {
    const { worthAnother } = createWorkload();
    expect([1, 10, 100, 1000].map((waiting) => worthAnother("kustomize", waiting))).toEqual([false, false, true, true]);
  });

  test("is worth it sooner when calls turn out to be slow, and later when starting does", () => {
    const workload = createWorkload();
    for (let call = 0; call < 20; call++) workload.note("helm", 400, "used");
    expect(workload.worthAnother("helm", 2)).toBe(true);
    workload.note("helm", 5000, "new");
    expect(workload.worthAnother("helm", 2)).toBe(false);
    expect(workload.worthAnother("helm", 20)).toBe(true);
  });
});
