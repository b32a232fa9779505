import { expect, it } from "vitest";
import type { FileTree } from "./contracts.ts";
import { documentIndex } from "./document-index.ts";

function countingTree(files: Record<string, string>): { tree: FileTree; reads: string[] } {
  const reads: string[] = [];
  const read = (path: string): Uint8Array | undefined => {
    reads.push(path);
    if (path === "refused.yaml") throw Object.assign(new Error("a link that leads out"), { name: "EngineError" });
    const text = files[path];
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  return { tree: { read, list: () => undefined }, reads };
}

it("takes a file apart once", () => {
  const { tree, reads } = countingTree({ "a.yaml": "a: 1\n---\n# two\nb: {c: 2}\n" });
  const first = documentIndex(tree).file("a.yaml")?.documents ?? [];
  const second = documentIndex(tree).file("a.yaml")?.documents ?? [];
  expect(first.map(({ line, value }) => [line, value])).toEqual([
    [1, { a: 1 }],
    [4, { b: { c: 2 } }],
  ]);
  expect(second[1]?.positions).toBe(first[1]?.positions);
  expect(reads).toEqual(["a.yaml"]);
});

it("has nothing of what is not there, is refused or broken", () => {
  const { tree } = countingTree({
    "broken.yaml": "a: [\n",
    "deep.yaml": `a: ${"[".repeat(9000)}${"]".repeat(9000)}\n`,
  });
  const index = documentIndex(tree);
  expect(index.file("none.yaml")).toBeUndefined();
  expect(index.file("refused.yaml")).toBeUndefined();
  expect(index.file("broken.yaml")?.documents[0]?.value).toBeUndefined();
  expect(index.file("deep.yaml")?.documents[0]?.positions.nearest(["a", 0]).position.line).toBe(1);
});

it("lets go of the oldest when there is too much", () => {
  const large = `a: ${"x".repeat(5_000_000)}\n`;
  const { tree, reads } = countingTree({ "a.yaml": large, "b.yaml": large, "c.yaml": "c: 1\n" });
  const index = documentIndex(tree);
  for (const file of ["a.yaml", "b.yaml", "c.yaml", "b.yaml", "a.yaml"]) index.file(file);
  expect(reads).toEqual(["a.yaml", "b.yaml", "c.yaml", "a.yaml"]);
});
