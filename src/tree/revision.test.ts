import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openRevision } from "./revision.ts";
import { createTrees } from "./snapshot.ts";
import { createFolder, createRepository } from "./testing/repository.ts";
import type { Tree } from "./tree.ts";
import { openWorkingCopy } from "./working-copy.ts";

const text = (tree: Tree, path: string) => {
  const content = tree.read(path);
  return content && Buffer.from(content).toString();
};

const inWorker = (tree: Tree): Tree => {
  const trees = createTrees();
  for (const part of structuredClone(tree.snapshot())) trees.add(part);
  return trees.get(tree.snapshot().at(-1)?.id ?? 0);
};

describe("a revision", () => {
  test("has the files of its commit, whatever happened to the working copy since", async () => {
    using repository = createRepository({ "same.yaml": "same", "edited.yaml": "before", "gone.yaml": "gone" });
    repository.commit();
    repository.write({ "edited.yaml": "after", "new.yaml": "new" });
    repository.remove("gone.yaml");
    const like = openWorkingCopy(repository.root);
    for (const tree of [
      await openRevision(repository.root, "HEAD"),
      await openRevision(repository.root, "HEAD", { like }),
    ]) {
      for (const side of [tree, inWorker(tree)]) {
        expect([...side.files()]).toEqual(["edited.yaml", "gone.yaml", "same.yaml"]);
        expect(["edited.yaml", "gone.yaml", "same.yaml"].map((path) => text(side, path))).toEqual([
          "before",
          "gone",
          "same",
        ]);
        expect(side.lookup("same.yaml")?.id).toBe(repository.git("rev-parse", "HEAD:same.yaml"));
        expect(side.lookup("new.yaml")).toBeUndefined();
      }
    }
  });

  test("keeps binary content and odd names", async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256);
    using repository = createRepository({ 'a\nb/"ü".bin': bytes, empty: "" });
    repository.commit();
    repository.git("rm", "-r", "--quiet", ".");
    const tree = await openRevision(repository.root, "HEAD");
    expect(Buffer.compare(tree.read('a\nb/"ü".bin') ?? Buffer.of(), bytes)).toBe(0);
    expect(tree.read("empty")).toEqual(new Uint8Array());
  });

  test("of a folder is that folder's tree, and empty where the revision does not have it", async () => {
    using repository = createRepository({ "deploy/a.yaml": "a", "b.yaml": "b" });
    repository.commit();
    repository.write({ "later/c.yaml": "c" });
    expect([...(await openRevision(join(repository.root, "deploy"), "HEAD")).files()]).toEqual(["a.yaml"]);
    expect([...(await openRevision(join(repository.root, "later"), "HEAD")).files()]).toEqual([]);
  });

  test("reads symbolic links and submodules as entries", async () => {
    using inner = createRepository({ x: "x" });
    inner.commit();
    using repository = createRepository({ "real/a": "a" });
    repository.link("link", "real");
    repository.git("submodule", "--quiet", "add", inner.root, "sub");
    repository.commit();
    repository.remove("link");
    const tree = await openRevision(repository.root, "HEAD");
    expect(text(tree, "link/a")).toBe("a");
    expect(tree.lookup("sub")?.type).toBe("submodule");
  });

  test("asks git, a chunk at a time, for blobs that were not loaded ahead and are not on disk", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`d${at % 7}/f${at}`, `content ${at}`] as const),
    );
    using repository = createRepository(files);
    repository.commit();
    const like = await openWorkingCopy(repository.root); // everything is on disk now, and nothing when it is read
    const tree = await openRevision(repository.root, "HEAD", { like });
    for (const path of Object.keys(files)) repository.write({ [path]: "other" });
    for (const [path, content] of Object.entries(files)) expect(text(tree, path)).toBe(content);
  });

  test("says that a blob is missing where the clone left it out", async () => {
    using origin = createRepository({ "a.yaml": "a", "b.yaml": "b" });
    origin.commit();
    origin.git("config", "uploadpack.allowFilter", "true");
    using folder = createFolder();
    origin.git(
      "clone",
      "--quiet",
      "--no-checkout",
      "--filter=blob:none",
      `file://${origin.root}`,
      join(folder.root, "clone"),
    );
    const tree = await openRevision(join(folder.root, "clone"), "HEAD");
    expect([...tree.files()]).toEqual(["a.yaml", "b.yaml"]);
    expect(() => tree.read("a.yaml")).toThrow(expect.objectContaining({ code: "invalid" }));
  });

  test.each([
    ["an option", "--output=x", "SLW-USAGE"],
    ["nothing", "", "SLW-USAGE"],
    ["two lines", "a\nb", "SLW-USAGE"],
    ["a branch that does not exist", "nowhere", "SLW-BASE"],
    ["a commit that does not exist", "0123456789012345678901234567890123456789", "SLW-BASE"],
  ])("cannot be %s", async (_, ref, code) => {
    using repository = createRepository({ a: "a" });
    repository.commit();
    await expect(openRevision(repository.root, ref)).rejects.toMatchObject({ code });
  });

  test("needs a repository with a commit", async () => {
    using folder = createFolder({ a: "a" });
    await expect(openRevision(folder.root, "main")).rejects.toMatchObject({ code: "SLW-BASE" });
    using unborn = createRepository({ a: "a" });
    await expect(openRevision(unborn.root, "HEAD")).rejects.toMatchObject({ code: "SLW-BASE" });
  });
});
