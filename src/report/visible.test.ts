import fc from "fast-check";
import { expect, test } from "vitest";
import { visible, visibleLine } from "./visible.ts";

test.each([
  ["plain text", "plain text"],
  ["two\nlines\tand a tab", "two\nlines\tand a tab"],
  ["windows\r\nline", "windows\nline"],
  ["\u001b[31mred", "<U+001B>[31mred"],
  ["a\u202eb", "a<U+202E>b"],
  ["half \ud800", "half <U+D800>"],
  ["🚢 日本", "🚢 日本"],
])("%j shows as %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test("nothing invisible is left, and what is visible stays", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visible(text)).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});

test("a line is one line of bounded length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), fc.integer({ min: 1, max: 100 }), (text, limit) => {
      const line = visibleLine(text, limit);
      expect(line).not.toContain("\n");
      expect(line.length).toBeLessThanOrEqual(limit);
    }),
  );
});
