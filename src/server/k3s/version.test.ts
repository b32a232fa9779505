import { describe, expect, it } from "vitest";
import { checkUpgrade, compareVersions } from "./version.ts";

describe("versions of k3s", () => {
  it("are compared number by number, the build last", () => {
    const sorted = ["v1.9.9+k3s1", "v1.35.6+k3s1", "v1.36.2+k3s1", "v1.36.2+k3s2", "v1.36.10+k3s1", "v2.0.0+k3s1"];
    expect(sorted.toReversed().toSorted(compareVersions)).toEqual(sorted);
  });

  it.each([
    ["v1.36.2+k3s1", "v1.36.2+k3s1", "same"],
    ["v1.36.2+k3s1", "v1.36.2+k3s2", "upgrade"],
    ["v1.36.2+k3s1", "v1.36.10+k3s1", "upgrade"],
    ["v1.36.2+k3s1", "v1.37.0+k3s1", "upgrade"],
  ] as const)("from %s to %s is %s", (running, declared, verdict) => {
    expect(checkUpgrade("dev", running, declared)).toBe(verdict);
  });

  it.each([
    ["v1.36.2+k3s1", "v1.38.0+k3s1", "skips v1.37"],
    ["v1.36.2+k3s1", "v2.0.0+k3s1", "skips v1.37"],
    ["v1.36.2+k3s1", "v1.36.1+k3s1", "is older"],
    ["v1.36.2+k3s2", "v1.36.2+k3s1", "is older"],
    ["v1.36.2+k3s1", "v1.35.9+k3s1", "is older"],
    ["v1.36.2+k3s1", "v1.36.2", "is not a version of k3s"],
  ])("from %s to %s is refused: it %s", (running, declared, reason) => {
    expect(() => checkUpgrade("dev", running, declared)).toThrow(reason);
  });
});
