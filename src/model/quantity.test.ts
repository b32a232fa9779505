import fc from "fast-check";
import { expect, test } from "vitest";
import { sameQuantity } from "./quantity.ts";

test.each([
  ["1000m", "1"],
  ["1000m", 1],
  ["0.5", "500m"],
  ["1Gi", "1024Mi"],
  ["1.5Gi", "1536Mi"],
  ["1k", "1000"],
  ["1e3", "1k"],
  ["2E", "2000P"],
  ["100u", "0.1m"],
  ["-1", "-1000m"],
  [".5", "0.50"],
])("%s and %s are the same amount", (left, right) => {
  expect(sameQuantity(left, right)).toBe(true);
});

test.each([
  ["1G", "1Gi"],
  ["1", "2"],
  ["1", "1m"],
  ["", ""],
  ["1e99999999", "1e99999998"],
  ["one", "one"],
  ["1 Gi", "1Gi"],
  [null, 0],
])("%s and %s are not", (left, right) => {
  expect(sameQuantity(left, right)).toBe(false);
});

test("an amount is the same in thousandths and in multiples of 1024", () => {
  fc.assert(
    fc.property(fc.nat(), (n) => {
      expect(sameQuantity(n, `${n}000m`)).toBe(true);
      expect(sameQuantity(`${n}Ki`, n * 1024)).toBe(true);
    }),
  );
});
