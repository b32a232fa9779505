import { describe, expect, it } from "vitest";
import { inGlobOrder } from "./glob-order.ts";

describe("the order of a glob's matches", () => {
  it.each([
    ["v/*.yaml", ["v/b.yaml", "v/a.yaml"], ["v/a.yaml", "v/b.yaml"]],
    ["*/x.yaml", ["a-b/x.yaml", "a/x.yaml"], ["a/x.yaml", "a-b/x.yaml"]],
    ["v/**/*.yaml", ["v/a/z.yaml", "v/one.yaml", "v/two.yaml"], ["v/one.yaml", "v/two.yaml", "v/a/z.yaml"]],
    ["v/**/*.yaml", ["v/b/a/x.yaml", "v/b/z.yaml", "v/a.yaml"], ["v/a.yaml", "v/b/z.yaml", "v/b/a/x.yaml"]],
    ["**/env/*.yaml", ["a/env/x.yaml", "env/x.yaml", "b/env/x.yaml"], ["env/x.yaml", "a/env/x.yaml", "b/env/x.yaml"]],
    ["v/**", ["v/b.yaml", "v/a/c.yaml"], ["v/a/c.yaml", "v/b.yaml"]],
    ["v/{b,a}.yaml", ["v/b.yaml", "v/a.yaml"], ["v/a.yaml", "v/b.yaml"]],
  ])("of %s", (pattern, files, expected) => {
    expect(inGlobOrder(pattern, files)).toEqual(expected);
  });
});
