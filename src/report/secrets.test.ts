import fc from "fast-check";
import { expect, test } from "vitest";
import { diffApplications } from "../diff/diff.ts";
import { resource } from "../diff/resource.fixture.ts";
import type { JsonObject } from "../model/resource.ts";
import { annotationsOf } from "./annotations.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown, summaryLimit } from "./markdown/markdown.ts";
import { application, report } from "./report.fixture.ts";
import { renderSarif } from "./sarif.ts";
import { coloured } from "./text/style.ts";
import { renderText } from "./text/text.ts";

// No output has these letters of its own, so four in a row can only come from a secret.
const secretText = fc.string({ unit: fc.constantFrom(..."Æ Ð Ø Þ Ł Ŧ Ŋ Ħ".split(" ")), minLength: 4, maxLength: 40 });
// Base64 has letters of every output: these secrets encode to runs that nothing else contains.
const entry = fc.record({
  key: fc.constantFrom("user", "password", "tls.key", "uri"),
  secret: secretText,
  form: fc.constantFrom("data", "stringData"),
});

function secret(entries: { key: string; secret: string; form: string }[]): JsonObject {
  const of = (form: string, encode: (text: string) => string): JsonObject =>
    Object.fromEntries(entries.filter((one) => one.form === form).map((one) => [one.key, encode(one.secret)]));
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: "db",
      namespace: "shop",
      annotations: {
        "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify({
          stringData: of("stringData", (text) => text),
        }),
      },
    },
    data: of("data", (text) => Buffer.from(text).toString("base64")),
    stringData: of("stringData", (text) => text),
  };
}

function fourInARow(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 3) }, (_, i) => text.slice(i, i + 4));
}

test("four letters in a row of a Secret appear in no output, plain or encoded", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), fc.array(entry, { maxLength: 4 }), (before, after) => {
      const side = (entries: typeof before) => [
        { application: "web", resources: entries.length === 0 ? [] : [resource(secret(entries))] },
      ];
      const changes = diffApplications(side(before), side(after), { secretKey: "run" });
      const one = report({ applications: [application("web")], changes, base: { ref: "main", commit: "1234567" } });
      const outputs = [
        renderText(one),
        renderText(one, { paint: coloured, width: 300 }),
        renderMarkdown(one, { limit: summaryLimit }),
        renderJson(one),
        renderSarif(one),
        JSON.stringify(annotationsOf(one)),
      ].join("\n");
      for (const { secret: text } of [...before, ...after]) {
        const found = fourInARow(text).filter((part) => outputs.includes(part));
        expect(found).toEqual([]);
        expect(outputs).not.toContain(Buffer.from(text).toString("base64").slice(0, 8));
      }
    }),
  );
});

const side = (text: string) => [
  { application: "web", resources: [resource(secret([{ key: "password", secret: text, form: "data" }]))] },
];

test("a change of a Secret shows all the same", () => {
  const changes = diffApplications(side("ÆÐØÞ"), side("ÆÐØŁ"), { secretKey: "run" });
  expect(renderText(report({ changes }))).toContain("data.password: (changed, value hidden)");
});

test("the comment says the same in every run, whatever its key", () => {
  const told = (secretKey: string): string => {
    const changes = diffApplications(side("ÆÐØÞ"), side("ÆÐØŁ"), { secretKey });
    const one = report({ applications: [application("web")], changes, base: { ref: "main", commit: "1234567" } });
    return renderMarkdown(one, { limit: summaryLimit });
  };
  expect(told("one run")).toBe(told("another"));
});
