import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkYaml, yamlSizeLimit } from "./yaml.ts";

const check = (text: string): string[] =>
  checkYaml("a.yaml", new TextEncoder().encode(text)).map((found) => {
    const [at] = found.at;
    return `${at?.line}:${at?.column} ${found.rule} ${found.message}`;
  });
const manifest = (body: string): string => `apiVersion: v1\nkind: ConfigMap\n${body}`;

describe("the yaml check", () => {
  it("has nothing to say about a clean manifest", () => {
    expect(check(manifest("metadata: { name: a }\ndata: { a: 'yes', b: \"0644\" }\n---\n"))).toEqual([]);
  });

  it("names the line and column of a syntax error", () => {
    expect(check("a: b\n  c: d\n")).toEqual([
      "2:4 yaml/syntax a.yaml is not valid YAML: bad indentation of a mapping entry",
    ]);
  });

  it("refuses a placeholder without quotes, as Go does", () => {
    const message = "A mapping or list is used as a key, which Kubernetes' parser refuses";
    expect(check("host: {{ host }}\n")).toEqual([`1:8 yaml/syntax ${message}`]);
    expect(check('host: "{{ host }}"\nother: {a: {b: 1}}\n')).toEqual([]);
  });

  it("takes flow collections that end under their key, as Go does, and keeps their columns", () => {
    expect(check("a:\n  b: {\n\n  }\n  c: [\n]\n")).toEqual([]);
    expect(check("a: {\nb: 1,\nb: 2 }\n")).toEqual(['3:1 yaml/duplicate-key The key "b" is given twice']);
  });

  it("finds a duplicate key at the second place, however deep", () => {
    expect(check("a:\n  - b: 1\n    c: 2\n    b: 3\n")).toEqual(['4:5 yaml/duplicate-key The key "b" is given twice']);
  });

  it("lets two merge keys and equal keys of different mappings pass", () => {
    expect(check("x: &x { a: 1 }\ny: { <<: *x, <<: *x, a: 2 }\n")).toEqual([]);
  });

  it.each([
    ["yes", "is read as the boolean true"],
    ["Off", "is read as the boolean false"],
    ["n", "is read as the boolean false"],
    ["0644", "is read as the octal number 420"],
    ["1_000", "is read as the number 1000"],
    ["1.10", "is read as the number 1.1"],
  ])("warns of an unquoted %s in a manifest", (value, meaning) => {
    expect(check(manifest(`data:\n  a: ${value}\n`))).toEqual([`4:6 yaml/ambiguous-scalar ${value} ${meaning}`]);
  });

  it.each(["yEs", "12:30", "2024-01-01", "0.0", "1.5", "true", "10", "0"])("lets %s pass", (value) => {
    expect(check(manifest(`data:\n  a: ${value}\n`))).toEqual([]);
  });

  it("lets numbers in a list pass, which are read as numbers", () => {
    expect(check(manifest("spec: { buckets: [1.0, 2.50] }\n"))).toEqual([]);
  });

  it("lets an octal file mode pass", () => {
    expect(check(manifest("x: { defaultMode: 0644, mode: 0400 }\n"))).toEqual([]);
  });

  it("warns of a key that becomes a boolean", () => {
    expect(check(manifest("data: { on: a }\n"))).toEqual(['3:9 yaml/ambiguous-scalar on is read as the key "true"']);
  });

  it("leaves files alone that Kubernetes never reads, a workflow for one", () => {
    expect(check("on: push\nenabled: yes\n")).toEqual([]);
  });

  it("reports an alias bomb instead of expanding it", () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const before = level === 0 ? "x" : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 9 }, () => before).join(", ")}]`;
    });
    expect(check(levels.join("\n"))).toEqual([
      expect.stringContaining("yaml/alias-bomb Aliases expand to more than 100000 values"),
    ]);
  });

  it("reports text that is not UTF-8, and a file too large to read", () => {
    expect(checkYaml("a.yaml", new Uint8Array([0x61, 0xff, 0xfe]))[0]?.rule).toBe("yaml/encoding");
    expect(checkYaml("a.yaml", new Uint8Array(yamlSizeLimit + 1))[0]?.rule).toBe("yaml/too-large");
  });

  it("counts lines the same with CRLF, and takes a byte order mark", () => {
    expect(check("\uFEFFa: 1\r\nb: 2\r\na: 3\r\n")).toEqual(['3:1 yaml/duplicate-key The key "a" is given twice']);
  });

  it("never throws, whatever the bytes", () => {
    const yamlish = fc.string({ unit: fc.constantFrom(..."ab:-[]{}&*!|>'\"#%@, \n\t?~0<\u0000\u2028".split("")) });
    fc.assert(
      fc.property(yamlish, (text) => void check(text)),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void checkYaml("a.yaml", bytes)));
  });
});
