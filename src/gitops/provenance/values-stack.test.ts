import { describe, expect, it } from "vitest";
import { parameterPath, type ValuesLayer, ValuesStack } from "./values-stack.ts";

const layer = (file: string, value: unknown, at: string[] = []): ValuesLayer => ({
  value,
  at,
  owned: true,
  place: (path) => [{ file: `${file} ${path.join(".")}`, line: 1, column: 1 }],
});
const stack = new ValuesStack([
  layer("parameter", "two", ["web", "replicas"]),
  layer("file", { web: { image: { tag: "2" } }, list: [{ a: 1 }], gone: null }),
  layer("chart", { web: { image: { tag: "1", name: "nginx" }, replicas: 1 }, list: [{ b: 2 }, { a: 3 }] }),
  layer("subchart", { port: 80 }, ["db"]),
]);
const writer = (path: string): string | undefined => stack.writer(path.split("."))?.places()[0]?.file;

describe("layers of values", () => {
  it.each([
    ["web.replicas", "parameter "],
    ["web.image.tag", "file web.image.tag"],
    ["web.image.name", "chart web.image.name"],
    ["list.0.a", "file list.0.a"],
    ["gone", "file gone"],
    ["db.port", "subchart port"],
    ["nowhere", undefined],
  ])("%s was written by %s", (path, expected) => {
    expect(writer(path)).toBe(expected);
  });

  it("replace lists as a whole", () => {
    expect(writer("list.1.a")).toBeUndefined();
    expect(writer("list.0.b")).toBeUndefined();
    expect(stack.keys(["list"])).toEqual(["0"]);
    expect(stack.keys(["web", "image"])).toEqual(["tag", "name"]);
  });
});

it("reads the names of parameters", () => {
  expect(parameterPath("a.b[0].c\\.d")).toEqual(["a", "b", "0", "c.d"]);
});
