import { describe, expect, it } from "vitest";
import { declaredOf, environment, openCloud, provisionIn } from "../../../src/hetzner/cloud.fixture.ts";
import { billedNow, endState, runUntilDone, troubledRun, troubles } from "./faults.ts";

const declared = declaredOf(environment({ volumes: [{ name: "data", sizeGB: 10 }], network: {}, protection: true }));

describe("a run that is stopped or disturbed at any request", () => {
  it.each(troubles)(
    "ends where an undisturbed one does, with the same things to pay for: %s",
    async (trouble) => {
      await using clean = await openCloud({ speed: 20 });
      await provisionIn(clean, declared);
      const [wanted, paid, requests] = [await endState(clean), billedNow(clean), clean.emulator.requests.length];
      let reruns = 0;
      for (let request = 0; request < requests; request++) {
        await using cloud = await openCloud({ speed: 20 });
        await troubledRun(cloud, declared, [{ trouble, request }]);
        reruns += await runUntilDone(cloud, declared);
        const state = { request, is: await endState(cloud), paid: billedNow(cloud) };
        expect(state).toEqual({ request, is: wanted, paid });
      }
      process.stdout.write(
        `crash matrix: ${trouble} at each of ${requests} requests, ${reruns} runs to finish, ${paid.length} paid for\n`,
      );
    },
    600_000,
  );
});
