import { describe, expect, test } from "vitest";
import { createFolder } from "./testing/repository.ts";
import type { Tree } from "./tree.ts";
import { openWorkingCopy } from "./working-copy.ts";

const text = (tree: Tree, path: string) => {
  const content = tree.read(path);
  return content && Buffer.from(content).toString();
};
const refusal = (message: RegExp) =>
  expect.objectContaining({ code: "refused", message: expect.stringMatching(message) });

describe("a tree", () => {
  test("answers every way to write a path, and refuses those that leave it", async () => {
    using folder = createFolder({ "a/b/c.yaml": "c" });
    const tree = await openWorkingCopy(folder.root);
    for (const path of ["a/b/c.yaml", "./a//b/c.yaml", "a/x/../b/c.yaml", "a/b/./c.yaml"])
      expect(text(tree, path)).toBe("c");
    for (const path of ["../x", "a/../../x", "/etc/passwd", "..", "/"]) {
      for (const ask of [tree.read, tree.list, tree.lookup, tree.listingId])
        expect(() => ask(path)).toThrow(refusal(/outside/));
    }
  });

  test("lists names in order, once each, with what they are", async () => {
    using folder = createFolder({ "a/b": "", "a-b/c": "", a0: "", "a.yaml": "", "B/x/y": "" });
    const tree = await openWorkingCopy(folder.root);
    expect(tree.list("")).toEqual([
      { name: "B", directory: true },
      { name: "a", directory: true },
      { name: "a-b", directory: true },
      { name: "a.yaml", directory: false },
      { name: "a0", directory: false },
    ]);
    expect(tree.list("a.yaml")).toBeUndefined();
    expect(tree.list("none")).toBeUndefined();
    expect(tree.read("a")).toBeUndefined();
    expect([...tree.files("a")]).toEqual(["a/b"]);
    expect([...tree.files("a0")]).toEqual([]);
  });

  test("gives a listing an id that changes with names and types only", async () => {
    using folder = createFolder({ "d/a.yaml": "1", "d/sub/x": "1" });
    const id = async () => (await openWorkingCopy(folder.root)).listingId("d");
    const before = await id();
    folder.write({ "d/a.yaml": "2", "d/sub/y": "2" });
    expect(await id()).toBe(before);
    folder.write({ "d/b.yaml": "" });
    const more = await id();
    expect(more).not.toBe(before);
    folder.remove("d/b.yaml");
    folder.write({ "d/b.yaml/inside": "" });
    expect(await id()).not.toBe(more);
  });

  test("follows symbolic links to files and directories, wherever they stand on a path", async () => {
    using folder = createFolder({ "base/values.yaml": "v", "base/deep/x": "x" });
    folder.link("overlay/values.yaml", "../base/values.yaml");
    folder.link("overlay/all", "../base");
    folder.link("overlay/twice", "all/deep");
    folder.link("overlay/dangling", "nowhere");
    const tree = await openWorkingCopy(folder.root);
    expect(text(tree, "overlay/values.yaml")).toBe("v");
    expect(text(tree, "overlay/twice/x")).toBe("x");
    expect(tree.lookup("overlay/values.yaml")).toMatchObject({ type: "file", id: tree.lookup("base/values.yaml")?.id });
    expect(tree.list("overlay/all")).toEqual(tree.list("base"));
    expect(tree.listingId("overlay/all")).toBe(tree.listingId("base"));
    expect([...tree.files("overlay/all")]).toEqual(["overlay/all/deep/x", "overlay/all/values.yaml"]);
    expect(tree.list("overlay")).toEqual([
      { name: "all", directory: true },
      { name: "dangling", directory: false },
      { name: "twice", directory: true },
      { name: "values.yaml", directory: false },
    ]);
    expect(["overlay/twice/x", "base/./deep", "overlay/dangling", "none"].map(tree.realPath)).toEqual([
      "base/deep/x",
      "base/deep",
      "overlay/dangling",
      "none",
    ]);
    expect(tree.read("overlay/dangling")).toBeUndefined();
    expect(tree.lookup("overlay/dangling")?.type).toBe("symlink");
    expect([...tree.files()]).toEqual(["base/deep/x", "base/values.yaml"]);
  });

  test("refuses symbolic links that leave it or lead in circles, by name, and carries on elsewhere", async () => {
    using folder = createFolder({ "fine.yaml": "fine" });
    folder.link("absolute", "/etc/passwd");
    folder.link("d/up", "../../outside");
    folder.link("loop", "loop");
    folder.link("ping", "pong");
    folder.link("pong", "ping");
    folder.link("self", ".");
    const tree = await openWorkingCopy(folder.root);
    expect(() => tree.read("absolute")).toThrow(
      refusal(/"absolute" leaves the repository: it points to "\/etc\/passwd"/),
    );
    expect(() => tree.read("d/up/file")).toThrow(refusal(/"d\/up" leaves/));
    expect(() => tree.lookup("loop")).toThrow(refusal(/"loop" leads in circles/));
    expect(() => tree.list("ping/x")).toThrow(refusal(/leads in circles/));
    expect(() => tree.list(Array(50).fill("self").join("/"))).toThrow(refusal(/leads in circles/));
    expect(tree.list("")?.find(({ name }) => name === "absolute")).toEqual({ name: "absolute", directory: false });
    expect(text(tree, "self/fine.yaml")).toBe("fine");
  });

  test("reads a file that was not there when it was opened, or is gone since, as absent", async () => {
    using folder = createFolder({ "a.yaml": "a" });
    const tree = await openWorkingCopy(folder.root);
    folder.write({ "later.yaml": "l" });
    folder.remove("a.yaml");
    expect([tree.read("later.yaml"), tree.read("a.yaml")]).toEqual([undefined, undefined]);
  });
});
