import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesDoubleStar, matchesGlob, matchesPath, matchesPathspec } from "./glob.ts";

describe("globs", () => {
  it.each([
    ["*.yaml", "deep/er/a.yaml", true],
    ["{a,b}.yaml", "b.yaml", true],
    ["{a,b}.yaml", "c.yaml", false],
    ["{config.yaml,env-use2/*}", "env-use2/x/y.yaml", true],
    ["[!a].yaml", "b.yaml", true],
    ["[a-c].yaml", "d.yaml", false],
    ["**/*.json", "x/y.json", true],
    ["a.yaml", "axyaml", false],
    ["{a,b", "a", false],
    ["[a", "a", false],
  ])("directory pattern %s on %s is %s", (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });

  it("keeps a star within a segment where the separator counts", () => {
    expect(matchesGlob("https://github.com/acme/*", "https://github.com/acme/a", "/")).toBe(true);
    expect(matchesGlob("https://github.com/*", "https://github.com/acme/a", "/")).toBe(false);
    expect(matchesGlob("https://github.com/**", "https://github.com/acme/a", "/")).toBe(true);
  });

  it.each([
    ["apps/*", "apps/a", true],
    ["apps/*", "apps/a/b", false],
    ["apps/*/*", "apps/a/b", true],
    ["apps/[^x]*", "apps/a", true],
    ["{a,b}", "a", false],
    ["a\\*", "a*", true],
  ])("path pattern %s on %s is %s", (pattern, text, expected) => {
    expect(matchesPath(pattern, text)).toBe(expected);
  });

  it.each([
    ["envs/**/values.yaml", "envs/values.yaml", true],
    ["envs/**/values.yaml", "envs/a/b/values.yaml", true],
    ["envs/**", "envs/a/b", true],
    ["envs/*.yaml", "envs/a/b.yaml", false],
    ["envs/{dev,prod}.yaml", "envs/prod.yaml", true],
  ])("value file pattern %s on %s is %s", (pattern, text, expected) => {
    expect(matchesDoubleStar(pattern, text)).toBe(expected);
  });

  it("follows git's pathspec for the files generator", () => {
    expect(matchesPathspec("config/*.json", "config/a/b.json")).toBe(true);
    expect(matchesPathspec("config", "config/a/b.json")).toBe(true);
    expect(matchesPathspec("conf", "config/a.json")).toBe(false);
    expect(matchesPathspec("cluster-config/**/config.json", "cluster-config/eng/dev/config.json")).toBe(true);
  });

  it("takes time that grows with the pattern, not exponentially", () => {
    const started = performance.now();
    expect(matchesGlob(`${"*a".repeat(60)}b`, "a".repeat(4000))).toBe(false);
    expect(matchesDoubleStar(`${"**/".repeat(60)}b`, "a/".repeat(2000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("refuses a list bomb instead of expanding it", () => {
    expect(matchesGlob("{a,b}".repeat(30), "a".repeat(30))).toBe(false);
  });

  it("never throws on any pattern", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pattern, text) => {
        for (const match of [matchesGlob, matchesPath, matchesDoubleStar, matchesPathspec]) {
          expect(typeof match(pattern, text)).toBe("boolean");
        }
      }),
    );
  });
});
