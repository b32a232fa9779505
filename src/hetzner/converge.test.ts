import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declaredOf, openCloud, planFor, provisionIn } from "./cloud.fixture.ts";
import { addForeign, everything, touched } from "./converge.fixture.ts";
import { anyEnvironment } from "./declared.fixture.ts";

const runs = Number(process.env["SLIPWAY_PROPERTY_RUNS"] ?? 6);

describe("a plan that is applied", () => {
  it("reaches what is declared from whatever was there, and touches nothing of others", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEnvironment, { minLength: 1, maxLength: 3 }), async (environments) => {
        await using cloud = await openCloud({ speed: Infinity });
        await addForeign(cloud);
        cloud.emulator.clock.advance(60_000);
        const foreign = await everything(cloud);
        cloud.emulator.requests.splice(0);
        for (const environment of environments) {
          const declared = declaredOf(environment);
          await provisionIn(cloud, declared, { allow: ["destroy"] });
          const again = await planFor(declared, cloud);
          expect(again.steps.filter(({ action }) => action !== "nothing")).toEqual([]);
          expect(again.refusals).toEqual([]);
        }
        expect(touched(cloud.emulator.requests, foreign)).toEqual([]);
        const after = new Map((await everything(cloud)).map((one) => [`${one.kind} ${one.id}`, one.text]));
        for (const { kind, id, text } of foreign) expect(after.get(`${kind} ${id}`)).toBe(text);
      }),
      { numRuns: runs },
    );
  });
});
