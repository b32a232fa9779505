import fc from "fast-check";
import { applyPatch } from "diff";
import { describe, expect, test } from "vitest";
import { capLines, shown, textDiff } from "./text.ts";

const numbered = (n: number, mark = -1): string =>
  Array.from({ length: n }, (_, i) => (i === mark ? "changed" : `line ${i}`)).join("\n");

describe("a text diff", () => {
  test("has three lines of context", () => {
    expect(textDiff(numbered(20), numbered(20, 10))).toBe(
      "@@ -8,7 +8,7 @@\n line 7\n line 8\n line 9\n-line 10\n+changed\n line 11\n line 12\n line 13",
    );
  });

  test("tells a missing newline at the end only where that is the change", () => {
    expect(textDiff("a\nb", "a\nc")).not.toContain("No newline");
    expect(textDiff("a\n", "a")).toContain("No newline");
  });

  test("applied to the old text gives the new one", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "", " c", "-d", "+e"), { maxLength: 20 })
      .map((lines) => `${lines.join("\n")}\n`);
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        expect(applyPatch(before, `--- a\n+++ b\n${textDiff(before, after)}\n`)).toBe(after);
      }),
    );
  });

  test("that is long is cut and says so", () => {
    const lines = textDiff("", numbered(1000)).split("\n");
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toBe("(801 more lines)");
  });

  test("of texts that are too long or too different is a statement", () => {
    expect(textDiff("a\n".repeat(300_000), "b\n")).toBe("(too long to compare by line: 600,000 → 2 characters)");
    const other = numbered(5000).replaceAll("line", "row");
    expect(textDiff(numbered(5000), other)).toMatch(
      /^\(too different to compare by line: [\d,]+ → [\d,]+ characters\)$/,
    );
  });
});

test("a long line keeps its beginning and tells its length", () => {
  expect(capLines(["x".repeat(1234)])).toBe(`${"x".repeat(400)}… (1,234 characters)`);
});

describe("a value", () => {
  test("of a few lines is shown as it is", () => {
    expect(shown({ a: ["b", 1, null] })).toEqual({ a: ["b", 1, null] });
  });

  test("that is a very long text is its beginning, length and digest", () => {
    expect(shown({ a: "x".repeat(5000) })).toEqual({
      a: expect.stringMatching(/^x{200}… \(5,000 characters, sha256 [0-9a-f]{12}\)$/),
    });
  });

  test("that is a very large tree is its size and digest", () => {
    const tree = Array.from({ length: 5000 }, (_, i) => ({ i }));
    expect(shown(tree)).toMatch(/^\([\d,]+ characters of JSON, sha256 [0-9a-f]{12}\)$/);
  });
});
