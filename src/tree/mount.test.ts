import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mount } from "./mount.ts";
import { recorded, sameReads } from "./reads.ts";
import { createTrees } from "./snapshot.ts";
import { createFolder } from "./testing/repository.ts";
import type { Tree } from "./tree.ts";
import { openWorkingCopy } from "./working-copy.ts";

const inWorker = (tree: Tree): Tree => {
  const trees = createTrees();
  for (const part of structuredClone(tree.snapshot())) trees.add(part);
  return trees.get(tree.snapshot().at(-1)?.id ?? 0);
};

async function mounted(folder: { root: string }, other: { root: string }) {
  const tree = await openWorkingCopy(folder.root);
  return {
    tree,
    with: mount(tree, [
      { path: ".slipway/charts/web-1.tgz", file: join(other.root, "chart.tgz"), id: "sha256:1234" },
      { path: ".slipway/sources/other", tree: await openWorkingCopy(other.root) },
    ]),
  };
}

describe("a mounted tree", () => {
  test("may have other content in place of its own", async () => {
    using folder = createFolder({ "a/b.yaml": "own", "a/c.yaml": "c" });
    const working = await openWorkingCopy(folder.root);
    const changed = mount(working, [{ path: "a/b.yaml", bytes: Buffer.from("other"), id: "1234" }]);
    for (const tree of [changed, inWorker(changed)]) {
      expect(Buffer.from(tree.read("a/b.yaml") ?? "").toString()).toBe("other");
      expect(tree.lookup("a/b.yaml")).toEqual({ path: "a/b.yaml", type: "file", id: "1234" });
      expect(Buffer.from(tree.read("a/c.yaml") ?? "").toString()).toBe("c");
      expect(tree.listingId("a")).toBe(working.listingId("a"));
    }
  });

  test("has its mounts at their paths, and everything else as before", async () => {
    using folder = createFolder({ "a.yaml": "a" });
    using other = createFolder({ "chart.tgz": "bytes", "env/values.yaml": "v" });
    const trees = await mounted(folder, other);
    for (const tree of [trees.with, inWorker(trees.with)]) {
      const text = (path: string) => Buffer.from(tree.read(path) ?? "absent").toString();
      expect(text("a.yaml")).toBe("a");
      expect(text(".slipway/charts/../charts/web-1.tgz")).toBe("bytes");
      expect(text(".slipway/sources/other/env/values.yaml")).toBe("v");
      expect(text(".slipway/charts/web-1.tgz/inside")).toBe("absent");
      expect(tree.lookup(".slipway/charts/web-1.tgz")).toEqual({
        path: ".slipway/charts/web-1.tgz",
        type: "file",
        id: "sha256:1234",
      });
      expect(tree.lookup(".slipway/sources/other/env")).toMatchObject({
        path: ".slipway/sources/other/env",
        type: "directory",
      });
      expect(tree.list(".slipway")).toEqual([
        { name: "charts", directory: true },
        { name: "sources", directory: true },
      ]);
      expect(tree.list(".slipway/charts")).toEqual([{ name: "web-1.tgz", directory: false }]);
      expect(tree.lookup(".slipway")).toMatchObject({ type: "directory", id: tree.listingId(".slipway") });
      expect([...tree.files(".slipway/sources/other")]).toEqual([
        ".slipway/sources/other/chart.tgz",
        ".slipway/sources/other/env/values.yaml",
      ]);
      expect(tree.realPath(".slipway/sources/other/env/../env")).toBe(".slipway/sources/other/env");
      expect(tree.lookup(".slipway/charts/web-2.tgz")).toBeUndefined();
    }
  });

  test("does not show its mounts to those who list the tree below", async () => {
    using folder = createFolder({ "a.yaml": "a" });
    using other = createFolder({ "chart.tgz": "bytes" });
    const trees = await mounted(folder, other);
    const noted = recorded(trees.with);
    noted.tree.list("");
    noted.tree.read("a.yaml");
    expect(sameReads(noted.reads(), trees.tree)).toBe(true);
    expect([...trees.with.files()]).toEqual(["a.yaml"]);
  });

  test("says so when a fetched file is gone", async () => {
    using folder = createFolder();
    using other = createFolder({ "chart.tgz": "bytes" });
    const trees = await mounted(folder, other);
    other.remove("chart.tgz");
    expect(() => trees.with.read(".slipway/charts/web-1.tgz")).toThrow(/cannot be read any more/);
  });

  test("refuses a mount outside the tree", async () => {
    using folder = createFolder();
    const tree = await openWorkingCopy(folder.root);
    expect(() => mount(tree, [{ path: "../x", file: "/x", id: "sha256:1" }])).toThrow(/outside/);
  });
});
