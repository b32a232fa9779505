import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "../../src/gitops/contracts.ts";
import { directEngines } from "../../src/gitops/testing/engines.ts";
import { readCases } from "./cases.ts";
import { locateCase } from "./locate-case.ts";

const least = 0.95;

describe("the line a person must edit", () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await directEngines();
  });

  it("is found for nearly all of the corpus", { timeout: 300_000 }, async () => {
    const cases = readCases();
    const wrong: string[] = [];
    let byText = 0;
    for (const one of cases) {
      const { text, asked } = await locateCase(one, engines).catch((error: unknown) => {
        wrong.push(String(error));
        return { text: [], asked: [] };
      });
      const [first] = asked;
      const top = `${first?.file}:${first?.line}`;
      if (`${text[0]?.file}:${text[0]?.line}` === one.expected) byText += 1;
      if (top !== one.expected) {
        wrong.push(
          `${one.title}: ${top} (${first?.via}), not ${one.expected}; then ${asked
            .slice(1)
            .map(({ file, line, via }) => `${file}:${line} ${via ?? ""}`)
            .join(", ")}`,
        );
      }
    }
    const right = cases.length - wrong.length;
    const share = right / cases.length;
    process.stdout.write(
      `${right} of ${cases.length} top locations right (${(share * 100).toFixed(1)} %); by text alone ${byText}\n${wrong.map((line) => `  ${line}\n`).join("")}`,
    );
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(share).toBeGreaterThanOrEqual(least);
  });
});
