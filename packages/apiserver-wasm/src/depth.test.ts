import { expect, test } from "vitest";
import { isTooDeep } from "./depth.ts";

const nested = (depth: number): string => `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;

test("300 levels are enough for everybody", () => {
  expect(isTooDeep(nested(300))).toBe(false);
  expect(isTooDeep(nested(301))).toBe(true);
  expect(isTooDeep(JSON.parse(nested(300)))).toBe(false);
  expect(isTooDeep(JSON.parse(nested(301)))).toBe(true);
});

test("brackets in text are no levels", () => {
  expect(isTooDeep(JSON.stringify({ a: `\\"${"[".repeat(1000)}` }))).toBe(false);
  expect(isTooDeep({ a: "[".repeat(1000) })).toBe(false);
});
