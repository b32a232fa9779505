import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileIgnoreDifferences, type IgnoreDifferences, type IgnoreOwner, withoutIgnored } from "./ignore.ts";
import { isSafePattern } from "./jq-functions.ts";
import { parseJq } from "./jq-parse.ts";
import { selectPaths } from "./jq-paths.ts";
import { manifest, resource } from "./resource.fixture.ts";

const web = resource(`
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop, annotations: {a/b: "1", c: "2"}}
spec:
  replicas: 2
  template:
    spec:
      containers: [{name: app, image: a}, {name: injected-proxy, image: b}, {name: injected-log, image: c}]
      tags: [x, y, z]
`);

const owner: IgnoreOwner = {
  application: "web",
  placeOf: (path) => [{ file: path.join("/"), line: 1, column: 1 }],
};

function left(entry: Partial<IgnoreDifferences>): unknown {
  const { ignores } = compileIgnoreDifferences([{ group: "apps", kind: "Deployment", ...entry }], owner);
  return withoutIgnored(web.manifest, web.id, ignores);
}

describe("an entry is about the resources it names", () => {
  const matching: Partial<IgnoreDifferences>[] = [
    {},
    { group: "*", kind: "*" },
    { kind: "Deploy*" },
    { name: "web", namespace: "shop" },
  ];
  test.each(matching)("%j is", (entry) => {
    expect(left({ ...entry, jsonPointers: ["/spec/replicas"] })).not.toHaveProperty("spec.replicas");
  });

  const others: Partial<IgnoreDifferences>[] = [
    { group: "" },
    { kind: "StatefulSet" },
    { name: "other" },
    { namespace: "other" },
  ];
  test.each(others)("%j is not", (entry) => {
    expect(left({ ...entry, jsonPointers: ["/spec/replicas"] })).toBe(web.manifest);
  });
});

describe("JSON pointers", () => {
  test("escape the slash of an annotation and count items", () => {
    expect(
      left({ jsonPointers: ["/metadata/annotations/a~1b", "/spec/template/spec/tags/1", "/nowhere/at/all"] }),
    ).toMatchObject({
      metadata: { annotations: { c: "2" } },
      spec: { template: { spec: { tags: ["x", "z"] } } },
    });
  });

  test("take the emptied container with them", () => {
    expect(left({ jsonPointers: ["/metadata/annotations/a~1b", "/metadata/annotations/c"] })).toMatchObject({
      metadata: expect.not.objectContaining({ annotations: expect.anything() }),
    });
  });
});

describe("jq path expressions", () => {
  const document = manifest(`
items: [{name: a, n: 1, tags: [x]}, {name: b-injected, n: 2}, {name: c, n: null}]
metadata: {annotations: {"a/b": v, "x-1": w}}
deep: {image: i, more: {image: j}}
`);
  test.each([
    [".items[0].name", ["items.0.name"]],
    [".items[].n", ["items.0.n", "items.1.n", "items.2.n"]],
    ['.items[] | select(.name == "a") | .n', ["items.0.n"]],
    ['.items[] | select(.name | endswith("injected"))', ["items.1"]],
    ['.items[] | select(.name | test("^[ab]"))', ["items.0", "items.1"]],
    [".items[]? | select(.n >= 2 or .n == null).name", ["items.1.name", "items.2.name"]],
    ['.items[] | select(.tags != null and (.tags | contains(["x"])))', ["items.0"]],
    ['.metadata.annotations["a/b"]', ["metadata.annotations.a/b"]],
    ['.metadata.annotations."x-1", .items[-1]', ["metadata.annotations.x-1", "items.-1"]],
    ['.. | objects | select(has("image")) | .image', ["deep.image", "deep.more.image"]],
    [".absent[]?", []],
    [".absent.below", ["absent.below"]],
    ['.items[] | select(.name | length == 1 | not) | .["n"]', ["items.1.n"]],
  ])("%s", (expression, expected) => {
    expect(selectPaths(parseJq(expression), document).map((path) => path.join("."))).toEqual(expected);
  });

  test("stop at what is not there, as jq does", () => {
    const paths = (): unknown => selectPaths(parseJq('.items[] | select(.tags? | any(. == "x"))'), document);
    expect(paths).toThrow("cannot iterate over null");
  });

  test("remove several items of one list", () => {
    expect(
      left({ jqPathExpressions: ['.spec.template.spec.containers[] | select(.name | startswith("injected"))'] }),
    ).toMatchObject({ spec: { template: { spec: { containers: [{ name: "app", image: "a" }] } } } });
  });

  test("that fail on a resource leave it alone", () => {
    expect(left({ jqPathExpressions: [".spec.replicas[]", '"text"'] })).toEqual(web.manifest);
  });

  test.each([
    [".spec | to_entries", '"to_entries" is not understood'],
    [".a[1:2]", "found :"],
    [".a | env.X", '"env" is not understood'],
    ["range(1e9)", "not understood"],
    ['.a | select(test("(a+)+$"))', "its pattern could take too long to match"],
    [".a = 1", '"= 1" is not understood'],
    ["(".repeat(100), "nested too deeply"],
    [`.${"a".repeat(2000)}`, "longer than 1000 characters"],
  ])("%s gets a notice", (expression, reason) => {
    const { findings } = compileIgnoreDifferences([{ kind: "A", jqPathExpressions: [expression] }], owner);
    expect(findings).toMatchObject([{ rule: "diff/ignore-not-applied", severity: "notice", application: "web" }]);
    expect(findings[0]?.message).toContain(reason);
  });

  test("end, whatever they are", () => {
    const deep = manifest(`{a: ${"[".repeat(30)}1${"]".repeat(30)}}`);
    expect(() => selectPaths(parseJq(`${"..|".repeat(20)}..`), deep)).toThrow("too many steps");
  });

  test("parse or say why not, never anything else", () => {
    const part = fc.constantFrom(
      ".",
      "..",
      "a",
      "[",
      "]",
      "(",
      ")",
      "|",
      ",",
      '"x"',
      "select",
      "==",
      "1",
      "?",
      " ",
      "-",
      ";",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const { ignores } = compileIgnoreDifferences(
          [{ group: "apps", kind: "Deployment", jqPathExpressions: [parts.join("")] }],
          owner,
        );
        expect(withoutIgnored(web.manifest, web.id, ignores)).toBeTypeOf("object");
      }),
    );
  });
});

test("a pattern that backtracks is refused, a plain one is not", () => {
  expect(["^web-", "a.*b", "x[0-9]+$", "a\\.b", "foo|bar"].filter((pattern) => !isSafePattern(pattern))).toEqual([]);
  expect(["(a+)+", "(a|a)*b", "\\1", "(?=a)", "a*b*c*d*", "(a){9}"].filter(isSafePattern)).toEqual([]);
});

test("field managers get a notice, because they are known to the cluster alone", () => {
  const { findings } = compileIgnoreDifferences([{ kind: "A", managedFieldsManagers: ["hpa"] }], owner);
  expect(findings).toMatchObject([
    {
      message: "ignoreDifferences by field manager (hpa) needs the live object",
      path: "spec.ignoreDifferences[0].managedFieldsManagers",
      at: [{ file: "spec/ignoreDifferences/0/managedFieldsManagers" }],
    },
  ]);
});
