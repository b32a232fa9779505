import { describe, expect, it } from "vitest";
import { parseConstraint, satisfies } from "./constraint.ts";
import { parseVersion } from "./version.ts";

function matches(constraint: string, version: string): boolean {
  const [parsed, candidate] = [parseConstraint(constraint), parseVersion(version)];
  if (!parsed || !candidate) throw new Error(`${constraint} or ${version} cannot be read`);
  return satisfies(candidate, parsed);
}

describe("satisfies", () => {
  it.each([
    ["*", "0.0.1", "9.9.9"],
    ["^1.2", "1.2.0", "1.99.0"],
    ["^0.2.3", "0.2.3", "0.2.9"],
    ["^0.0.3", "0.0.3", "0.0.3"],
    ["~1.2.3", "1.2.3", "1.2.9"],
    ["~1", "1.0.0", "1.99.9"],
    ["1.x", "1.0.0", "1.99.9"],
    ["1.2", "1.2.0", "1.2.9"],
    [">=1.0 <2.0", "1.0.0", "1.99.0"],
    [">=1, <2", "1.0.0", "1.99.0"],
    ["1.2 - 1.4", "1.2.0", "1.4.9"],
    ["<1 || >=2.1", "0.9.0", "2.1.0"],
    [">1.2", "1.3.0", "2.0.0"],
    ["!=1.2", "1.1.9", "1.3.0"],
    ["v1.2.3", "1.2.3", "v1.2.3"],
    [">=1.0.0-0", "1.0.0-rc.1", "1.0.0"],
  ])("%s takes %s and %s", (constraint, first, second) => {
    expect(matches(constraint, first)).toBe(true);
    expect(matches(constraint, second)).toBe(true);
  });

  it.each([
    ["*", "1.0.0-rc.1"],
    ["^1.2", "2.0.0"],
    ["^0.2.3", "0.3.0"],
    ["^0.0.3", "0.0.4"],
    ["~1.2.3", "1.3.0"],
    ["1.2", "1.3.0"],
    [">1.2", "1.2.9"],
    [">1", "1.9.0"],
    ["<=1.2", "1.3.0"],
    [">=1, <2", "2.0.0"],
    ["1.2 - 1.4", "1.5.0"],
    ["^1.0.0-rc.1", "2.0.0-rc.1"],
  ])("%s leaves out %s", (constraint, version) => {
    expect(matches(constraint, version)).toBe(false);
  });
});

describe("parseConstraint", () => {
  it.each(["", " ", "latest", "1.2.3,", ">>1", "1 & 2", "1.2.3-", "1x", "1".repeat(513), Array(34).join("1||")])(
    "takes %j for no constraint",
    (text) => {
      expect(parseConstraint(text)).toBeUndefined();
    },
  );

  it("stays quick on input made to make it slow", () => {
    const started = performance.now();
    parseConstraint(`${"1  ".repeat(170)}!`);
    parseConstraint(`${"1 -  ".repeat(100)}!`);
    parseConstraint("1-a".repeat(170));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
