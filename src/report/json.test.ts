import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type { Report } from "../model/report.ts";
import { renderJson } from "./json.ts";
import { application, example, report } from "./report.fixture.ts";
import { reportJsonSchema, reportSchema } from "./schema.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(reportJsonSchema());

test("the published schema is the one the code has; `vitest -u` writes it", async () => {
  const published = new URL("../../schemas/report.v1.json", import.meta.url).pathname;
  await expect(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(published);
});

test("the schema and the type say the same", () => {
  expectTypeOf<z.infer<typeof reportSchema>>().toExtend<Report>();
  expectTypeOf<Report>().toExtend<z.input<typeof reportSchema>>();
});

test.each([
  ["an empty report", report()],
  ["a full one", example()],
])("%s is as published", (_, one) => {
  validate(JSON.parse(renderJson(one)));
  expect(validate.errors).toBeNull();
});

test("what lacks a field, or is of another version, is not", () => {
  const { stats: _, ...rest } = example();
  expect(validate(rest)).toBe(false);
  expect(validate({ ...example(), version: 2 })).toBe(false);
});

test("equal reports are equal texts, in whatever order they were made", () => {
  const one = example();
  const other = {
    ...Object.fromEntries(Object.entries(one).toReversed()),
    ...one,
    findings: one.findings.toReversed(),
    applications: one.applications.toReversed(),
  };
  expect(renderJson(other)).toBe(renderJson(one));
});

test("Applications are in wave order", () => {
  const names = ["b", "c", "a"].map((name, i) => application(name, { wave: i === 1 ? -1 : 0 }));
  const { applications }: { applications: { name: string }[] } = JSON.parse(
    renderJson(report({ applications: names })),
  );
  expect(applications.map(({ name }) => name)).toEqual(["c", "a", "b"]);
});
