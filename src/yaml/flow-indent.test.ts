import { load, YAMLException } from "js-yaml";
import { describe, expect, it } from "vitest";
import { readFlowsAsGo } from "./flow-indent.ts";

const read = (text: string): unknown => readFlowsAsGo(text, (one) => load(one)).value;

describe("reading flow collections as Go does", () => {
  it.each([
    [
      "a mapping that ends under its key",
      "ingress:\n  annotations: {\n\n  }\n  tls: []\n",
      { ingress: { annotations: {}, tls: [] } },
    ],
    ["a list that ends at the margin", "a:\n  b: [\n    x,\n]\nc: 1\n", { a: { b: ["x"] }, c: 1 }],
    ["items at the margin", "a:\n  b: [\nx,\ny,\n  {\nz: 1 }]\n", { a: { b: ["x", "y", { z: 1 }] } }],
    ["text over several lines", 'a:\n  b: ["one\ntwo"\n  ]\n', { a: { b: ["one two"] } }],
  ])("takes %s", (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("says which lines it moved, and leaves other text alone", () => {
    expect(readFlowsAsGo("a: [\n]\n", (text) => load(text)).moved).toEqual(new Map([[2, 100]]));
    expect(readFlowsAsGo("a: [ ]\n", (text) => load(text))).toEqual({
      value: { a: [] },
      text: "a: [ ]\n",
      moved: new Map(),
    });
  });

  it.each(["a: b\n  c: d\n", "a: [\nb: c\n", "a: {\n", 'a: "b\nc: d'])("still refuses %j", (text) => {
    expect(() => read(text)).toThrow(YAMLException);
  });
});
