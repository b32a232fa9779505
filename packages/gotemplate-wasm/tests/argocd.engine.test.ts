import { describe, expect, test } from "vitest";
import { createGoTemplate } from "../src/index.ts";
import { buildOracle, runOracle } from "./oracle.ts";
import { failing, rendering } from "./templates.ts";

const oracle = buildOracle();
const requests = [...rendering, ...failing].map(({ request }) => request);

describe.skipIf(!oracle)("Argo CD's ApplicationSet code", () => {
  test("renders every template as the engine does, errors in the same words", async () => {
    const engine = await createGoTemplate();
    const ours = engine
      .renderAll(requests)
      .map((result) => ("text" in result ? result : { failure: result.error.detail }));
    expect(ours).toEqual(runOracle(oracle ?? "", requests));
  });
});
