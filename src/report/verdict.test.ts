import { expect, test } from "vitest";
import type { Severity } from "../model/finding.ts";
import { finding, report } from "./report.fixture.ts";
import { verdict } from "./verdict.ts";

const of = (...severities: Severity[]) =>
  report({ findings: severities.map((severity) => finding("a/b", { severity })) });

test.each([
  [of("error", "warning"), "error", 1],
  [of("warning", "notice"), "error", 0],
  [of("warning"), "warning", 1],
  [of("error"), "warning", 1],
  [of("notice"), "warning", 0],
  [of("error"), "never", 0],
  [of(), "warning", 0],
] as const)("case %#", (one, failOn, exitCode) => {
  expect(verdict(one, failOn).exitCode).toBe(exitCode);
});

test("counts every severity, whatever makes it fail", () => {
  expect(verdict(of("error", "notice", "notice"), "never")).toEqual({
    exitCode: 0,
    errors: 1,
    warnings: 0,
    notices: 2,
  });
});
