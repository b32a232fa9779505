import { expect, test } from "vitest";

import { artifactStore } from "./artifacts.ts";

const artifact = { name: "report", files: ["/nowhere/report.json"], directory: "/nowhere" };

test("outside a runner nothing is uploaded, and only a debug line says so", async () => {
  const said: string[] = [];
  const loud = () => {
    throw new Error("said aloud");
  };
  const log = { debug: (line: string) => void said.push(line), info: loud, warning: loud };
  const outcome = await artifactStore({ ACTIONS_RUNTIME_TOKEN: "x" }, log).upload(artifact);
  expect(outcome).toBe("not uploaded");
  expect(said).toEqual([expect.stringMatching(/ACTIONS_RESULTS_URL/u)]);
});

test("a service that refuses costs the artifact and one sentence", async () => {
  const said: string[] = [];
  const log = { debug: () => {}, info: (line: string) => void said.push(line), warning: () => {} };
  const env = { ACTIONS_RUNTIME_TOKEN: "x", ACTIONS_RESULTS_URL: "http://127.0.0.1:1" };
  expect(await artifactStore(env, log).upload(artifact)).toBe("not uploaded");
  expect(said).toEqual([expect.stringMatching(/^The artifact report could not be kept with the run: /u)]);
});
