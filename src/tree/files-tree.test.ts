import { describe, expect, it } from "vitest";
import { openFiles } from "./files-tree.ts";
import { createTrees } from "./snapshot.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = new Map([
  ["a/one.yaml", { type: "file" as const, content: bytes("one") }],
  ["a/two.yaml", { type: "file" as const, content: bytes("one") }],
  ["a/empty", { type: "file" as const, content: bytes("") }],
  ["link", { type: "symlink" as const, content: bytes("a/one.yaml") }],
  ["out", { type: "symlink" as const, content: bytes("../../etc/passwd") }],
]);

describe("files in memory", () => {
  const tree = openFiles(files, "an archive");
  const text = (path: string, of = tree): string | undefined => {
    const content = of.read(path);
    return content && new TextDecoder().decode(content);
  };

  it("are a tree like any other", () => {
    expect(["a/one.yaml", "a/two.yaml", "a/empty", "link", "none"].map((path) => text(path))).toEqual([
      "one",
      "one",
      "",
      "one",
      undefined,
    ]);
    expect([...tree.files()]).toEqual(["a/empty", "a/one.yaml", "a/two.yaml"]);
    expect(tree.lookup("a")?.type).toBe("directory");
    expect(tree.lookup("a/one.yaml")?.id).toBe("43dd47ea691c90a5fa7827892c70241913351963");
  });

  it("go to a worker as they are", () => {
    const trees = createTrees();
    for (const part of structuredClone(tree.snapshot())) trees.add(part);
    expect(text("link", trees.get(tree.snapshot().at(-1)?.id ?? 0))).toBe("one");
  });

  it("lead nowhere else", () => {
    expect(() => text("out")).toThrow('symbolic link "out" leaves the repository');
  });
});
