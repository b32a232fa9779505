import { expect, test } from "vitest";
import { memoryTree } from "./testing/index.ts";
import { recordReads } from "./tree.ts";

test("questions are noted once each, in the order of first asking", () => {
  const recorded = recordReads(memoryTree({ "a/b": "content" }));
  recorded.tree.list("a");
  recorded.tree.read("a/b");
  recorded.tree.read("c");
  recorded.tree.read("a/b");
  expect(recorded.reads).toEqual([
    { op: "list", path: "a", found: true },
    { op: "read", path: "a/b", found: true },
    { op: "read", path: "c", found: false },
  ]);
});

test.each(["/a", "../a", "a/../b", "a//b", "a/", "./a", ".."])("%j is no path of a tree", (path) => {
  const recorded = recordReads(memoryTree({ "a/b": "content" }));
  expect(() => recorded.tree.read(path)).toThrow(`"${path}" is outside the file tree`);
  expect(recorded.reads).toEqual([]);
});

test("a link is a dependency, and a path without links is not", () => {
  const files = memoryTree({ "real/a": "content", link: "content" });
  const recorded = recordReads({ ...files, realPath: (path) => (path === "link" ? "real/a" : path) });
  expect(["real/a", "link"].map((path) => recorded.tree.realPath?.(path))).toEqual(["real/a", "real/a"]);
  expect(recorded.reads).toEqual([{ op: "read", path: "link", found: true }]);
});
