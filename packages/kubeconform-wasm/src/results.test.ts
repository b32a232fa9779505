import { expect, test } from "vitest";
import { exitCode, summary } from "./results.ts";
import type { Status, ValidationResult } from "./results.ts";

const results = (...statuses: Status[]): ValidationResult[] =>
  statuses.map((status, document) => ({ document, status, kind: "ConfigMap", name: "a", version: "v1" }));

test("the exit code is 1 as soon as a resource is invalid or an error, and 0 without any resource", () => {
  expect(exitCode(results("statusValid", "statusSkipped", "statusEmpty"))).toBe(0);
  expect(exitCode([])).toBe(0);
  expect(exitCode(results("statusValid", "statusInvalid"))).toBe(1);
  expect(exitCode(results("statusError"))).toBe(1);
});

test("empty documents are no resources in the summary", () => {
  expect(summary(results("statusValid", "statusEmpty", "statusSkipped", "statusValid", "statusError"))).toEqual({
    valid: 2,
    invalid: 0,
    errors: 1,
    skipped: 1,
  });
});
