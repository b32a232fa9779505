import { describe, expect, test } from "vitest";
import { recorded, sameReads } from "./reads.ts";
import { createFolder } from "./testing/repository.ts";
import { openWorkingCopy } from "./working-copy.ts";

describe("recorded reads", () => {
  test("note files, listings and misses, each once", async () => {
    using folder = createFolder({ "a/x": "x", "a/__proto__": "p" });
    const tree = await openWorkingCopy(folder.root);
    const noted = recorded(tree);
    for (const path of ["a/x", "a/x", "none", "a", "a/__proto__", "__proto__"]) noted.tree.read(path);
    for (const path of ["a", "none", "a/x"]) noted.tree.list(path);
    const reads = structuredClone(noted.reads());
    expect(Object.entries(reads.files)).toEqual([
      ["a/x", tree.lookup("a/x")?.id],
      ["none", null],
      ["a", null],
      ["a/__proto__", tree.lookup("a/__proto__")?.id],
      ["__proto__", null],
    ]);
    expect(reads.listings).toEqual({ a: tree.listingId("a"), none: null, "a/x": null });
  });

  test("hold in a tree that gives the same answers, and in no other", async () => {
    using folder = createFolder({ "a/x": "x" });
    folder.link("link", "a/x");
    const noted = recorded(await openWorkingCopy(folder.root));
    for (const path of ["a/x", "none", "link", "__proto__"]) noted.tree.read(path);
    for (const path of ["a", "b"]) noted.tree.list(path);
    const holds = async () => sameReads(noted.reads(), await openWorkingCopy(folder.root));

    folder.write({ "unrelated/y": "y" });
    expect(await holds()).toBe(true);
    for (const appeared of ["none", "a/y", "b/z", "__proto__"]) {
      folder.write({ [appeared]: "new" });
      expect(await holds()).toBe(false);
      folder.remove(appeared.startsWith("b/") ? "b" : appeared);
      expect(await holds()).toBe(true);
    }
    folder.write({ "a/x": "changed" });
    expect(await holds()).toBe(false);
    folder.write({ "a/x": "x" });
    folder.remove("link");
    folder.link("link", "a/../a/x");
    expect(await holds()).toBe(true);
    folder.write({ copy: "x" });
    folder.remove("link");
    folder.link("link", "copy");
    expect(await holds()).toBe(false);
    folder.remove("link");
    folder.link("link", "/etc/passwd");
    expect(await holds()).toBe(false);
  });
});
