import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manifestFileLimit } from "../yaml/limits.ts";
import { checkYaml } from "./yaml.ts";

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

  it.each([
    ["0b101", "is read as the number 5"],
    ["0X1F", "is read as the number 31"],
    ["1_000.5", "is read as the number 1000.5"],
    ["123456789012345678901", "is read as the number 123456789012345680000"],
  ])("warns of an unquoted %s anywhere", (value, meaning) => {
    expect(check(manifest(`spec:\n  size: ${value}\n`))).toEqual([`4:9 yaml/ambiguous-scalar ${value} ${meaning}`]);
  });

  const exact = ["12e5", "08", ".5e3", "0o17", "+49123", "1.", "07", "0x1f", "1e3"];
  it.each([
    ...exact.map((value) => [`data: { a: ${value} }`, 12, value]),
    ["metadata: { annotations: { a: 12e5 } }", 31, "12e5"],
    ["metadata: { labels: { commit: 1e3 } }", 31, "1e3"],
    ["spec: { env: [{ name: a, value: 12e5 }] }", 33, "12e5"],
    ["spec: { args: [-v, 0777] }", 20, "0777"],
    ["spec: { imageTag: 12e5 }", 19, "12e5"],
    ["spec: { args: [~] }", 16, "~"],
  ])("warns where only text makes sense: %s", (body, column, value) => {
    expect(check(manifest(`${body}\n`)).map((one) => one.split(" is read")[0])).toEqual([
      `3:${column} yaml/ambiguous-scalar ${value}`,
    ]);
  });

  it.each(exact)("lets %s pass where a number may be meant", (value) => {
    expect(check(manifest(`spec: { threshold: ${value}, steps: [${value}], other: ~ }\n`))).toEqual([]);
  });

  it.each(["1:30", "190:20:30", "yEs", "1e", "v1.10", "1.2.3", "8080", "null", "2024-01-01T10:00:00Z"])(
    "lets %s pass even where only text makes sense",
    (value) => {
      expect(check(manifest(`metadata: { annotations: { a: ${value} } }\n`))).toEqual([]);
    },
  );

  it.each([
    ["010: x", "3:9 yaml/ambiguous-scalar 010 is read as the number 8, which makes another key"],
    ["1.10: x", "3:9 yaml/ambiguous-scalar 1.10 is read as the number 1.1, which makes another key"],
    ["~: x", "3:9 yaml/ambiguous-scalar ~ is read as null, which Kubernetes' parser refuses as a key"],
  ])("warns of the key in %s", (entry, expected) => {
    expect(check(manifest(`data: { ${entry} }\n`))).toEqual([expected]);
  });

  it("takes numbers in JSON for numbers, and names what is no JSON", () => {
    const json = (text: string) =>
      checkYaml("a.json", new TextEncoder().encode(text)).map(
        ({ at: [at], rule, message }) => `${at?.line}:${at?.column} ${rule} ${message}`,
      );
    expect(json('{"apiVersion": "v1", "kind": "ConfigMap", "data": {"a": 1.10}}')).toEqual([]);
    expect(json('{\n  "kind": "ConfigMap",\n  "kind": "Secret"\n}')).toEqual([
      '3:3 yaml/duplicate-key The key "kind" is given twice',
    ]);
    expect(json('{\n  "a": 1,\n}\n')).toEqual([
      "3:1 yaml/syntax a.json is not valid JSON: expected double-quoted property name",
    ]);
  });

  it("refuses what Kubernetes' parser refuses", () => {
    expect(check(manifest("data: { a: .inf }\n"))).toEqual([
      "3:12 yaml/syntax .inf is read as a number that JSON does not have, which Kubernetes' parser refuses",
    ]);
    expect(check("a: &a 1\nb: *a\nc: *b\n")).toEqual(["3:4 yaml/syntax There is no anchor before the alias *b"]);
    expect(check("a: &a 1\n---\nb: *a\n")).toEqual(["3:4 yaml/syntax There is no anchor before the alias *a"]);
    const merge = "yaml/syntax A merge key (<<) takes a mapping or a list of mappings";
    expect(check("a: { <<: 1 }\nb: { <<: [2] }\n")).toEqual([`1:10 ${merge}`, `2:11 ${merge}`]);
  });

  it("points into the text, also where it ends too early", () => {
    expect(check("name: [\n\n")[0]).toMatch(/^1:7 yaml\/syntax/);
    expect(check("a: {\nb: 1, c: [\n")[0]).toMatch(/^2:10 yaml\/syntax/);
  });

  it("says that nesting is too deep", () => {
    expect(check(`a: ${"[".repeat(900)}${"]".repeat(900)}\n`)).toEqual([
      "1:203 yaml/syntax a.yaml nests mappings and lists more than 200 levels deep",
    ]);
  });

  it("calls UTF-16 by its name", () => {
    for (const bytes of [
      [0xff, 0xfe, 0x61, 0],
      [0xfe, 0xff, 0, 0x61],
    ]) {
      expect(checkYaml("a.yaml", Uint8Array.from(bytes))[0]?.message).toBe("a.yaml is UTF-16");
    }
  });

  it.each(["yEs", "12:30", "2024-01-01", "0.0", "1.5", "true", "10", "0"])("lets %s pass", (value) => {
    expect(check(manifest(`spec:\n  a: ${value}\n`))).toEqual([]);
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
    expect(checkYaml("a.yaml", new Uint8Array(manifestFileLimit + 1))[0]?.rule).toBe("yaml/too-large");
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
