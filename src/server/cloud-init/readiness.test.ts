import { describe, expect, it } from "vitest";
import { readiness, reportSeparator } from "./readiness.ts";

const report = (instance: string, sentinel: object | "", status: object | ""): string =>
  [instance, sentinel && JSON.stringify(sentinel), status && JSON.stringify(status)].join(`\n${reportSeparator}\n`);
const done = { instance: "1", status: "done", step: "done", warnings: [] };
const finished = { status: "done", extended_status: "done", errors: [], recoverable_errors: {} };

describe("the first boot", () => {
  it("is over when cloud-init is, and our part of it was", () => {
    expect(readiness(report("1", done, finished))).toEqual({ state: "ready", warnings: [] });
  });

  it("is awaited while either is at work", () => {
    const running = { state: "waiting", what: "cloud-init, which is running" };
    expect(readiness(report("1", "", { status: "running" }))).toEqual(running);
    expect(readiness(report("1", done, { status: "running" }))).toEqual(running);
    expect(readiness(report("", "", ""))).toEqual({ state: "waiting", what: "cloud-init to say how far it is" });
    expect(readiness("")).toMatchObject({ state: "waiting" });
  });

  it("has failed when our part says so, whatever cloud-init says", () => {
    const failed = { ...done, status: "failed", step: "packages" };
    expect(readiness(report("1", failed, { status: "running" }))).toEqual({
      state: "failed",
      why: 'the step "packages" of the first boot failed',
    });
  });

  it("has failed when cloud-init has, or when it never ran our part", () => {
    expect(readiness(report("1", "", { status: "error", errors: ["no such module"] }))).toEqual({
      state: "failed",
      why: "cloud-init reports no such module",
    });
    expect(readiness(report("1", "", finished))).toMatchObject({
      state: "failed",
      why: expect.stringContaining("never ran") as unknown,
    });
  });

  it("of the server a snapshot was taken of is not this one's", () => {
    expect(readiness(report("2", done, { status: "running" }))).toMatchObject({ state: "waiting" });
    expect(readiness(report("2", done, finished))).toMatchObject({ state: "failed" });
  });

  it("passes on what cloud-init could live with", () => {
    const degraded = { ...finished, extended_status: "degraded done", recoverable_errors: { WARNING: ["an old key"] } };
    expect(readiness(report("1", { ...done, warnings: ["no swap"] }, degraded))).toEqual({
      state: "ready",
      warnings: ["no swap", "an old key"],
    });
  });
});
