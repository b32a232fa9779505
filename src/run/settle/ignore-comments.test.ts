import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ignoreComments } from "./ignore-comments.ts";

const ranges = (text: string) => ignoreComments(text).map(({ line, from, to }) => [line, from, to]);

describe("slipway-ignore comments", () => {
  it("name rules and a reason", () => {
    const [one] = ignoreComments("a: 1\nb: 2 # slipway-ignore policy/image-tag, wiring/*: see https://example.com\n");
    expect(one).toEqual({
      rules: ["policy/image-tag", "wiring/*"],
      reason: "see https://example.com",
      line: 2,
      from: 2,
      to: 2,
    });
    expect(ignoreComments("a: 1 # slipway-ignore policy/image-tag")[0]?.reason).toBe("");
  });

  it("are about their own line, or the next line that says something", () => {
    expect(ranges("a: 1\nb: 2 # slipway-ignore x/y: z\nc: 3\n")).toEqual([[2, 2, 2]]);
    expect(ranges("a: 1\n# slipway-ignore x/y: z\n\n# more\nc: 3\nd: 4\n")).toEqual([[2, 2, 5]]);
    expect(ranges("a: 1\n# slipway-ignore x/y: z\n")).toEqual([[2, 2, 2]]);
  });

  it("are about the document whose head they are in", () => {
    expect(ranges("# slipway-ignore x/y: z\n---\na: 1\n---\nb: 2\n")).toEqual([[1, 1, 3]]);
    expect(ranges("a: 1\n---\n# slipway-ignore x/y: z\nb: 2\nc: 3\n---\nd: 4")).toEqual([[3, 2, 5]]);
  });

  it("may be comments of a template, below its first conditions", () => {
    const text = "{{- if .Values.web }}\n{{- /* slipway-ignore x/y: z */ -}}\na: 1\n{{- end }}\n";
    expect(ignoreComments(text)).toEqual([{ rules: ["x/y"], reason: "z", line: 2, from: 1, to: 5 }]);
    expect(ranges("a: 1\n{{/* slipway-ignore x/y: z */}}\nb: {{ 2 }}\n")).toEqual([[2, 2, 3]]);
  });

  it("are no text that only mentions them", () => {
    expect(ranges("a: slipway-ignore x/y: z\n# slipway-ignored x/y: z\n")).toEqual([]);
  });

  it("reach over lines that are there, whatever the text", () => {
    const line = fc.constantFrom(
      "",
      "---",
      "# a",
      "a: 1",
      "# slipway-ignore x/y: z",
      "b: 2 # slipway-ignore x/y: z",
      "{{ if }}",
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        for (const { line: own, from, to } of ignoreComments(lines.join("\n"))) {
          expect(from).toBeLessThanOrEqual(own);
          expect(to).toBeGreaterThanOrEqual(own);
          expect(from).toBeGreaterThanOrEqual(1);
          expect(to).toBeLessThanOrEqual(lines.length);
        }
      }),
    );
  });
});
