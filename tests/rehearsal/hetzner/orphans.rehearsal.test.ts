import fc from "fast-check";
import { expect, it } from "vitest";
import { declaredOf, environment, never, openCloud } from "../../../src/hetzner/cloud.fixture.ts";
import { everything } from "../../../src/hetzner/converge.fixture.ts";
import { sweep } from "../../../src/sweep.ts";
import { type Schedule, troubledRun, troubles } from "./faults.ts";

const schedules = 1000;
const environments = [
  environment({ volumes: [{ name: "data", sizeGB: 10 }] }),
  environment({ network: {}, placementGroup: true }, { agents: { count: 1 } }),
  environment({ types: ["cax11", "cx23"], protection: true }),
];
const anySchedule: fc.Arbitrary<Schedule[]> = fc.array(
  fc.record({ trouble: fc.constantFrom(...troubles), request: fc.nat(60) }),
  { minLength: 1, maxLength: 5 },
);
const quiet = { debug: () => undefined, info: () => undefined, warning: () => undefined };

it("leaves no orphan after a sweep, whatever went wrong before", async () => {
  const started = performance.now();
  let early = 0;
  let found = 0;
  const samples = fc.sample(fc.tuple(fc.constantFrom(...environments), anySchedule), {
    numRuns: schedules,
    seed: 20_261_130,
  });
  await using cloud = await openCloud({ speed: 20 });
  for (const [declared, schedule] of samples) {
    const outcome = await troubledRun(cloud, declaredOf(declared, "shop"), schedule);
    if (outcome === "ended early") early += 1;
    const swept = await sweep(
      {
        access: { token: "emulator", endpoint: cloud.emulator.url },
        mode: "delete",
        environments: [],
        repository: "shop",
      },
      {
        fetch,
        clock: cloud.clock,
        random: () => 0.5,
        log: quiet,
        signal: never,
        onFound: () => undefined,
        onWait: () => undefined,
        report: () => undefined,
      },
    );
    found += swept.found.length;
    const left = { resources: await everything(cloud), billed: cloud.emulator.billing.open() };
    expect({ schedule, ...left }).toEqual({ schedule, resources: [], billed: [] });
  }
  process.stdout.write(
    `${schedules} fault schedules: ${early} runs ended early, ${found} resources swept, 0 left, ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
  );
}, 1_800_000);
