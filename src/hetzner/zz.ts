import fc from "fast-check";
import { declaredOf, openCloud, planFor, provisionIn, environment } from "./cloud.fixture.ts";
import { anyEnvironment } from "./declared.fixture.ts";
const samples = fc.sample(anyEnvironment, {
  numRuns: Number(process.argv[2] ?? 20),
  seed: Number(process.argv[3] ?? 1),
});
const t0 = performance.now();
await using cloud = await openCloud({ speed: Infinity });
let reqs = 0;
for (const [i, env] of samples.entries()) {
  const t = performance.now();
  const declared = declaredOf(env);
  let made: any;
  try {
    made = await planFor(declared, cloud);
    await provisionIn(cloud, declared, { allow: ["destroy"] });
    const again = await planFor(declared, cloud);
    const left = again.steps.filter(({ action }) => action !== "nothing");
    if (left.length) {
      console.log("NOT EMPTY", JSON.stringify(left, null, 1).slice(0, 3000));
      console.log(JSON.stringify(env.spec));
      break;
    }
  } catch (e) {
    console.log(
      String(e),
      JSON.stringify(env.spec),
      (made?.steps ?? []).map((s: any) => s.id),
    );
    console.log((e as Error).stack);
    break;
  }
  console.log(
    i,
    Math.round(performance.now() - t),
    "ms",
    cloud.emulator.requests.splice(0).length,
    "requests",
    cloud.retries.splice(0).length,
    "retries",
  );
}
console.log(Math.round(performance.now() - t0));
