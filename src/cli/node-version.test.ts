import { expect, it } from "vitest";
import { nodeProblem } from "./node-version.ts";

it.each(["22.15.0", "22.20.1", "24.0.0", "26.1.0"])("accepts Node %s", (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

it.each(["18.20.0", "20.20.2", "22.14.9"])("names the version it found when Node %s is too old", (version) => {
  expect(nodeProblem(version)).toContain(`SLW-NODE slipway needs Node 22.15 or newer; this is ${version}`);
});
