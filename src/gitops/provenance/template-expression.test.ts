import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Environment, evaluate, type Meaning } from "./template-expression.ts";

const root: Meaning = { kind: "root", chart: ["db"] };
const environment: Environment = {
  dot: { kind: "values", path: ["item"] },
  variables: new Map<string, Meaning>([
    ["", root],
    ["x", { kind: "values", path: ["x"] }],
  ]),
  included: (name, argument) => (name === "named" && argument !== undefined ? [argument] : []),
};
const paths = (expression: string): string[] =>
  evaluate(expression, environment).references.flatMap((one) => ("path" in one ? [one.path.join(".")] : []));

describe("expressions of templates", () => {
  it.each([
    ["$.Values.a.b | quote", ["db.a.b"]],
    ["$.Values.global.tag", ["global.tag"]],
    [".port", ["item.port"]],
    [".", ["item"]],
    ["$x.y | default $.Values.z", ["x.y", "db.z"]],
    ['index $.Values "a" "b.c"', ["db", "db.a.b.c"]],
    ['(index $x "list" 0).name', ["x", "x.list.0", "x.list.0.name"]],
    ['printf "%s-%s" .a "}}"', ["item.a"]],
    ['include "named" $x', ["x", "x"]],
    ["$.Chart.AppVersion", ["AppVersion"]],
    ['"no $x.here"', []],
  ])("%s names %j", (expression, expected) => {
    expect(paths(expression)).toEqual(expected);
  });

  it("follow what a dict hands on, and all that may have been merged", () => {
    expect(evaluate('dict "image" $x "root" $', environment).meaning).toMatchObject({ kind: "dict" });
    expect(evaluate("merge $x .more", environment).meaning).toMatchObject({
      kind: "any",
      of: [
        { kind: "values", path: ["item", "more"] },
        { kind: "values", path: ["x"] },
      ],
    });
  });

  it("end for any text", () => {
    const parts = fc.constantFrom("(", ")", "|", "$x", ".a", "dict", "include", '"', "`", "index", " ");
    fc.assert(fc.property(fc.array(parts, { maxLength: 60 }), (texts) => void evaluate(texts.join(" "), environment)));
  });
});
