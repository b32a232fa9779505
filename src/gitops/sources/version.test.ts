import { describe, expect, it } from "vitest";
import { compareVersions, isStrictVersion, parseVersion } from "./version.ts";

function order(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (!left || !right) throw new Error(`${a} or ${b} is no version`);
  return Math.sign(compareVersions(left, right));
}

describe("parseVersion", () => {
  it("fills in missing parts and keeps the text", () => {
    expect(parseVersion("v1")).toEqual({ major: 1n, minor: 0n, patch: 0n, pre: "", original: "v1" });
    expect(parseVersion("1.2-rc.1+build")).toMatchObject({ major: 1n, minor: 2n, patch: 0n, pre: "rc.1" });
  });

  it.each(["", "latest", "1.2.3.4", "1.2.3-01", "1.x", "18446744073709551616.0.0", `1.0.0-${"a".repeat(256)}`])(
    "takes %j for no version",
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
});

describe("compareVersions", () => {
  it.each([
    ["1.2.3", "1.2.4", -1],
    ["1.10.0", "1.9.0", 1],
    ["1.0.0-rc.1", "1.0.0", -1],
    ["1.0.0-rc.2", "1.0.0-rc.10", -1],
    ["1.0.0-alpha", "1.0.0-alpha.1", -1],
    ["1.0.0-1", "1.0.0-a", -1],
    ["1.0.0+a", "1.0.0+b", 0],
    ["v2", "2.0.0", 0],
  ])("orders %s and %s", (a, b, expected) => {
    expect(order(a, b)).toBe(expected);
    expect(order(b, a)).toBe(expected === 0 ? 0 : -expected);
  });
});

describe("isStrictVersion", () => {
  it("wants all three parts, no v and no leading zeros", () => {
    expect(["1.2.3", "1.2.3-rc.1+x"].every(isStrictVersion)).toBe(true);
    expect(["v1.2.3", "1.2", "01.2.3", "1.2.3-01", "1.2.3-"].some(isStrictVersion)).toBe(false);
  });
});
