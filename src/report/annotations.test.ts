import fc from "fast-check";
import { expect, test } from "vitest";
import { annotationsOf } from "./annotations.ts";
import { anyReport } from "./report.arbitrary.ts";
import { example, finding, report } from "./report.fixture.ts";

test("findings stand at their lines, counted from the repository's root", () => {
  expect(annotationsOf(example(), { pathPrefix: "./deploy/" }).annotations[0]).toEqual({
    level: "error",
    file: "deploy/manifests/apps/payload-cms/overlays/production/replicas.yaml",
    line: 6,
    column: 13,
    title: "schema/invalid (payload-production)",
    message:
      "spec.replicas must be an integer, not a string\nat '/spec/replicas': got string, want null or integer\nWrite the number without quotes",
  });
});

test("ten of a level are kept, those with a line first, and the rest is told", () => {
  const many = Array.from({ length: 13 }, (_, i) =>
    finding("a/b", { message: `${i}`, at: i < 2 ? [] : [{ file: "a.yaml", line: i, column: 1 }] }),
  );
  const { annotations, leftOut } = annotationsOf(
    report({ findings: [...many, finding("c/d", { severity: "notice" })] }),
  );
  expect(annotations.map(({ message }) => message)).toEqual([
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "10",
    "11",
    "Something is wrong",
  ]);
  expect(leftOut).toBe("GitHub shows 10 annotations of a level; 3 errors more in the report");
});

test("no annotation is longer than GitHub shows", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const { annotations } = annotationsOf(one);
      expect(annotations.length).toBeLessThanOrEqual(30);
      expect(Math.max(0, ...annotations.map(({ message }) => message.length))).toBeLessThanOrEqual(4096);
      expect(Math.max(0, ...annotations.map(({ title }) => title.length))).toBeLessThanOrEqual(250);
    }),
    { numRuns: 50 },
  );
});
