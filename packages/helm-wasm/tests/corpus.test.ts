import { readFileSync } from "node:fs";
import { memoryTree } from "go-wasm-host/testing";
import { expect, test } from "vitest";
import { createHelm } from "../src/index.ts";
import { cases, fetching } from "./cases.ts";
import { expectedFile, filesOf } from "./corpus.ts";
import { outcomeOf } from "./outcome.ts";

const helm = await createHelm();

test.each([...cases, fetching.after])("$name is what helm template prints", (test) => {
  expect(outcomeOf(helm, test)).toBe(readFileSync(expectedFile(test), "utf8"));
});

test("every resource of a rendering has its source in the text", () => {
  for (const test of cases.filter(({ fails }) => !fails)) {
    const { yaml, resources } = helm.template({ tree: memoryTree(filesOf(test)), ...test.request });
    const sources = resources.map(({ template }) => template);
    const named = [...yaml.matchAll(/^# Source: (.*)$/gm)].map(([, template]) => template);
    expect(named).toEqual(expect.arrayContaining(sources));
    expect(resources.length).toBeGreaterThan(0);
  }
});
