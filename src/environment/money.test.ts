import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalEuro, formatEuro, microEuros } from "./money.ts";

describe("amounts of euros", () => {
  it.each([
    ["5.49", 5_490_000],
    ["5.4900000000", 5_490_000],
    ["0.0088", 8_800],
    ["0.0080128205", 8_013],
    ["12", 12_000_000],
    ["0", 0],
  ])("%s are %d millionths", (text, micro) => {
    expect(microEuros(text)).toBe(micro);
  });

  it.each(["", "-1", "1,5", "1e3", "5.", ".5", "€ 5"])("%j is none", (text) => {
    expect(() => microEuros(text)).toThrow(RangeError);
  });

  it("are shown in cents, with separators for people and without for programs", () => {
    expect([formatEuro(1_016_250_000), decimalEuro(1_016_250_000)]).toEqual(["1,016.25", "1016.25"]);
    expect([formatEuro(4_999), formatEuro(5_000), formatEuro(-5_280_000), formatEuro(-1)]).toEqual([
      "0.00",
      "0.01",
      "-5.28",
      "0.00",
    ]);
  });

  it("survive being written and read", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (cents) => {
        expect(microEuros(decimalEuro(cents * 10_000))).toBe(cents * 10_000);
      }),
    );
  });
});
