import { expect, it } from "vitest";
import { contains, overlap } from "./cidr.ts";

it.each([
  ["0.0.0.0/0", "192.0.2.0/24", true],
  ["192.0.2.0/24", "192.0.2.7/32", true],
  ["192.0.2.0/24", "192.0.2.0/24", true],
  ["192.0.2.0/24", "192.0.3.0/24", false],
  ["192.0.2.0/24", "0.0.0.0/0", false],
  ["2001:db8::/32", "2001:db8:1::/48", true],
  ["::/0", "192.0.2.0/24", false],
])("%s contains %s: %s", (outer, inner, expected) => {
  expect(contains(outer, inner)).toBe(expected);
});

it("networks overlap when one contains the other, whichever it is", () => {
  expect([overlap("10.0.0.0/8", "10.42.0.0/16"), overlap("10.42.0.0/16", "10.0.0.0/8")]).toEqual([true, true]);
  expect(overlap("10.0.0.0/16", "10.42.0.0/16")).toBe(false);
});
