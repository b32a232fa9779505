import { posix } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { directoryOf, isNormal, normalize, resolve } from "./paths.ts";

const name = fc.oneof(
  fc.constantFrom("", ".", "..", "...", ".a", "a..", "ü", "a b", "\\"),
  fc.string({ maxLength: 4 }),
);
const path = fc.array(name, { maxLength: 8 }).map((names) => names.join("/"));
const attempt = (asked: string) => {
  try {
    return normalize(asked);
  } catch {
    return undefined;
  }
};

describe("paths", () => {
  test("have one normal form, or none where they leave the root", () => {
    fc.assert(
      fc.property(path, (asked) => {
        const expected = posix.normalize(`./${asked}`).replace(/\/$/, "");
        const leaves = asked.startsWith("/") || expected === ".." || expected.startsWith("../");
        expect(attempt(asked)).toBe(leaves ? undefined : expected === "." ? "" : expected);
      }),
    );
  });

  test("that are normal stay as they are, and the normal form is normal", () => {
    fc.assert(
      fc.property(path, (asked) => {
        const normal = attempt(asked);
        fc.pre(normal !== undefined);
        expect(isNormal(normal) && normalize(normal) === normal).toBe(true);
        expect(isNormal(asked)).toBe(normal === asked);
      }),
    );
  });

  test("resolve from a directory as they would from the root with its name in front", () => {
    fc.assert(
      fc.property(path, path, (from, to) => {
        const directory = attempt(from);
        if (directory === undefined || to.startsWith("/")) return;
        expect(resolve(directory, to)).toBe(attempt(`./${directory}/${to}`));
      }),
    );
  });

  test("are in the directory before their last slash", () => {
    expect(["a/b/c", "a/b", "a", ""].map(directoryOf)).toEqual(["a/b", "a", "", ""]);
  });
});
