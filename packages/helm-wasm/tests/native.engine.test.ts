import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cases } from "./cases.ts";
import { expectedFile } from "./corpus.ts";
import { nativeHelm, runHelm } from "./native.ts";

const helm = nativeHelm();
const failure = z.object({ detail: z.array(z.string()) });

describe.skipIf(!helm)("the native helm template", () => {
  test.each(cases.filter(({ fails }) => !fails))("prints the corpus' $name", (test) => {
    expect(runHelm(helm ?? "", test)).toEqual({ yaml: readFileSync(expectedFile(test), "utf8") });
  });

  test.each(cases.filter(({ fails }) => fails === "helm"))("says the corpus' $name", (test) => {
    const { detail } = failure.parse(JSON.parse(readFileSync(expectedFile(test), "utf8")));
    const said = runHelm(helm ?? "", test);
    expect("error" in said ? said.error.split("\n").toSorted() : said).toEqual(detail.toSorted());
  });
});
