import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createKubeconform } from "../src/index.ts";
import type { Decoded, Kubeconform } from "../src/index.ts";

let kubeconform: Kubeconform;
beforeAll(async () => {
  kubeconform = await createKubeconform();
});
const decode = (text: string): Decoded => kubeconform.decode(text);
const value = (scalar: string) => decode(`a: ${scalar}`).documents[0]?.manifest["a"];

describe("scalars are read as kubectl reads them", () => {
  test.each<[string, unknown]>([
    ["0644", 420],
    ["0o644", 420],
    ["0x1F", 31],
    ["1_000", 1000],
    ["yes", true],
    ["Off", false],
    ["y", true],
    ["~", null],
    ["", null],
    ["12:30:45", "12:30:45"],
    ["2024-01-01", "2024-01-01"],
    ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"],
    ["1.10", 1.1],
    ["1e3", 1000],
    ["1.0", 1],
    ["'0644'", "0644"],
    ["!!str 12", "12"],
  ])("%s is %j", (scalar, read) => {
    expect(value(scalar)).toEqual(read);
  });

  test("keys are strings, whatever they look like", () => {
    expect(decode("1: a\ntrue: b\nyes: c\n2.50: d").documents[0]?.manifest).toEqual({
      "1": "a",
      true: "c",
      "2.5": "d",
    });
  });
});

describe("integers stay integers", () => {
  test("what a JavaScript number holds is one, without a text", () => {
    expect(decode("a: 9007199254740\nb: -12").documents).toEqual([
      { line: 1, manifest: { a: 9_007_199_254_740, b: -12 } },
    ]);
  });

  test("beyond that, the exact JSON is told as well", () => {
    const [document] = decode("a: 9007199254740993\nb: [18446744073709551615]").documents;
    expect(document?.text).toBe('{"a":9007199254740993,"b":[18446744073709551615]}');
  });
});

test("documents know the line their content starts at", () => {
  const text = "# a comment\n\na: 1\n---\n---\n# another\n\nb: 2\n--- # and one here\nc: 3\n---\n";
  expect(decode(text).documents).toEqual([
    { line: 3, manifest: { a: 1 } },
    { line: 8, manifest: { b: 2 } },
    { line: 10, manifest: { c: 3 } },
  ]);
});

test("a stream of JSON objects needs no separators", () => {
  expect(decode('\n{"a": 1}\n\n{"b": 2} {"c": 3}\n').documents).toEqual([
    { line: 2, manifest: { a: 1 } },
    { line: 4, manifest: { b: 2 } },
    { line: 4, manifest: { c: 3 } },
  ]);
  expect(decode('{"a": 1}\n---\n{"b": 2}').documents.map(({ line }) => line)).toEqual([1, 3]);
  expect(decode("{a: 1}").documents).toEqual([{ line: 1, manifest: { a: 1 } }]);
});

test("Windows line ends and a byte order mark change nothing", () => {
  expect(decode("\uFEFFa: 1\r\n---\r\nb: |\r\n  x\r\n  y\r\n").documents).toEqual([
    { line: 1, manifest: { a: 1 } },
    { line: 3, manifest: { b: "x\ny\n" } },
  ]);
});

describe("what is wrong is told with its line, and the other documents are still read", () => {
  test("a syntax error", () => {
    const { documents, errors } = decode("a: 1\n---\nb:\n  c: 1\n   d: 2\n---\ne: 3\n");
    expect(documents.map(({ manifest }) => manifest)).toEqual([{ a: 1 }, { e: 3 }]);
    expect(errors).toEqual([{ rule: "syntax", line: 5, message: "mapping values are not allowed in this context" }]);
  });

  test("duplicate keys, of which the last one counts", () => {
    const { documents, errors } = decode("x: 1\n---\na: 1\nb: 2\na: 3\nb: 4\n");
    expect(documents[1]).toEqual({ line: 3, manifest: { a: 3, b: 4 } });
    expect(errors).toEqual([
      { rule: "duplicate-key", line: 5, message: 'key "a" already set in map' },
      { rule: "duplicate-key", line: 6, message: 'key "b" already set in map' },
    ]);
  });

  test.each([
    ["- a\n- b", "a list"],
    ["words", "a string"],
    ["true", "a boolean"],
    ["42", "a number"],
  ])("%j, which is no object", (text, what) => {
    const message = `a manifest is a mapping of fields, and this document is ${what}`;
    expect(decode(text)).toEqual({ documents: [], errors: [{ rule: "not-an-object", line: 1, message }] });
  });

  test("words behind a separator", () => {
    const { documents, errors } = decode("a: 1\n--- b: 2\nc: 3\n");
    expect(documents.map(({ manifest }) => manifest)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(errors).toEqual([{ rule: "syntax", line: 2, message: "invalid document separator: b: 2" }]);
  });

  test("an alias bomb", () => {
    const bomb = readFileSync(new URL("corpus/manifests/bomb.yaml", import.meta.url), "utf8");
    expect(decode(bomb)).toEqual({
      documents: [],
      errors: [{ rule: "syntax", line: 1, message: "document contains excessive aliasing" }],
    });
  });
});

test("a text without content has no documents", () => {
  for (const text of ["", "\n\n", "# only a comment", "---\n---\n", "null"]) {
    expect(decode(text)).toEqual({ documents: [], errors: [] });
  }
});

test("texts are read together in one call", () => {
  expect(kubeconform.decodeAll(["a: 1", "b: 2"]).map(({ documents }) => documents[0]?.manifest)).toEqual([
    { a: 1 },
    { b: 2 },
  ]);
});
