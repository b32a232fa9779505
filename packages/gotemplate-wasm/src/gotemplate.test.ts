import { expect, test } from "vitest";
import { failing, rendering } from "../tests/templates.ts";
import { createGoTemplate, GoTemplateError } from "./index.ts";

const engine = await createGoTemplate();

test.each(rendering)("$title renders as in an ApplicationSet", ({ request, text }) => {
  expect(engine.render(request)).toEqual({ text });
});

test.each(failing)("$title fails as in an ApplicationSet", ({ request, failure }) => {
  const [result] = engine.renderAll([request]);
  expect(result).toMatchObject({ error: { code: "invalid", detail: expect.stringMatching(failure) } });
});

test("a batch gives each template its own result", () => {
  const requests = [...rendering, ...failing].map(({ request }) => request);
  expect(engine.renderAll(requests)).toEqual(requests.flatMap((request) => engine.renderAll([request])));
  expect(engine.renderAll([])).toEqual([]);
});

test("a failure says what and where in a sentence, and keeps Go's words", () => {
  const template = "name: app\nurl: {{ .host }}";
  const error = new GoTemplateError(
    `failed to execute go template ${template}: template: base:2:8: executing "base" at <.host>: map has no entry for key "host"`,
  );
  expect(() => engine.render({ template, data: {}, options: ["missingkey=error"] })).toThrow(error);
  expect(error.message).toBe('the template fails in line 2: map has no entry for key "host"');
  expect(error.location).toEqual({ line: 2, column: 9 });
});

test("a template that does not parse names its line", () => {
  const [result] = engine.renderAll([{ template: "\n{{ if }}", data: {} }]);
  expect(result).toMatchObject({
    error: { message: "the template does not parse in line 2: missing value for if", location: { line: 2 } },
  });
});

test("an option Go does not know is an error", () => {
  expect(() => engine.render({ template: "x", data: {}, options: ["missingkey=what"] })).toThrow(
    "the template cannot be used: unrecognized option: missingkey=what",
  );
});

test("random values and dates are the same in every call", () => {
  const request = { template: '{{ randAlphaNum 8 }} {{ shuffle "abcdef" }} {{ uuidv4 }} {{ now }}', data: {} };
  const { text } = engine.render(request);
  expect(engine.render(request)).toEqual({ text });
  expect(text).toContain("2024-01-01 00:00:00 +0000 UTC");
});
