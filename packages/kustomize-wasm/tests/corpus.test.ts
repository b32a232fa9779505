import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createKustomize, EngineError } from "../src/index.ts";
import type { BuildRequest } from "../src/index.ts";
import { cases } from "./corpus.ts";

const kustomize = await createKustomize();
const built = cases.filter(({ fails }) => !fails);

describe("the corpus", () => {
  test.each(built)("$name: prints what kustomize 5.8.2 prints", ({ request, expected }) => {
    expect(kustomize.build(request).yaml).toBe(readFileSync(expected, "utf8"));
  });

  test("does not depend on the order of builds", () => {
    const texts = built.toReversed().map(({ request }) => kustomize.build(request).yaml);
    expect(texts).toEqual(built.toReversed().map(({ expected }) => readFileSync(expected, "utf8")));
  });

  test.each(built)("$name: has a resource for each document", ({ request, expected }) => {
    const { resources } = kustomize.build(request);
    const documents = readFileSync(expected, "utf8")
      .split(/^---\n/m)
      .filter(Boolean);
    expect(resources.map(({ manifest }) => manifest["kind"])).toEqual(
      documents.map((text) => /^kind: (.*)$/m.exec(text)?.[1]),
    );
  });

  test.each(cases.filter(({ fails }) => fails))(
    "$name: says what is wrong, in a sentence",
    async ({ request, expected }) => {
      await expect(failure(request)).toMatchFileSnapshot(expected);
    },
  );
});

function failure(request: BuildRequest): string {
  try {
    kustomize.build(request);
  } catch (error) {
    if (error instanceof EngineError) return `${error.code}\n${error.message}\n\n${error.detail}\n`;
    throw error;
  }
  throw new Error("the build did not fail");
}
