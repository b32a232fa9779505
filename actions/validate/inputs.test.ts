import { readFileSync } from "node:fs";

import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { loadInputs } from "../load-inputs.ts";
import { inputsSchema } from "./inputs.ts";

const declared = z
  .object({ inputs: z.record(z.string(), z.object({ default: z.string().optional() })) })
  .parse(parse(readFileSync(new URL("action.yml", import.meta.url), "utf8"))).inputs;

function load(given: Record<string, string>) {
  return loadInputs(inputsSchema, (name) => given[name] ?? declared[name]?.default ?? "");
}

test("the schema and action.yml name the same inputs", () => {
  expect(Object.keys(inputsSchema.shape).sort()).toEqual(Object.keys(declared).sort());
});

test("the defaults of action.yml are valid, and an empty input is undefined", () => {
  expect(load({})).toMatchObject({ root: ".", "fail-on": "error", cache: true, offline: false, "schema-location": [] });
  expect(load({}).base).toBeUndefined();
});

test.each(["true", "True", "TRUE"])("the boolean %s is true, as YAML reads it", (word) => {
  expect(load({ offline: word }).offline).toBe(true);
});

test("several schema locations are given one a line", () => {
  expect(load({ "schema-location": "default\n\n  schemas/{{.ResourceKind}}.json\n" })["schema-location"]).toEqual([
    "default",
    "schemas/{{.ResourceKind}}.json",
  ]);
});

test("every problem is named in one error, with the values that are allowed", () => {
  const bad = () =>
    load({ cache: "yes", "fail-on": "fatal", "comment-name": "a --> b", "kubernetes-version": "latest" });
  expect(bad).toThrow(/fail-on: .*"error"\|"warning"\|"never"/u);
  expect(bad).toThrow(/cache: .*comment-name: |comment-name: .*cache: /u);
  expect(bad).toThrow(/kubernetes-version: expected a version such as 1\.36/u);
});
