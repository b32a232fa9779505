import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { getInput, setFailed, setSecret } from "@actions/core";

import { secretTexts } from "../../src/gitops/sources.ts";
import { artifactStore } from "../../src/github/artifacts.ts";
import { readRunContext } from "../../src/github/events.ts";
import { resolveBase } from "../../src/tree/index.ts";
import { validate } from "../../src/validate.ts";
import { loadInputs } from "../load-inputs.ts";
import { runAction } from "../run-action.ts";
import { runnerLog, systemClock } from "../runner-log.ts";
import { chooseBase, withBaseName } from "./base.ts";
import { inputsSchema } from "./inputs.ts";
import { present } from "./present.ts";
import { publish } from "./publish.ts";
import { runnerSources } from "./sources.ts";

await runAction(async (signal) => {
  const token = getInput("token");
  if (token !== "") setSecret(token);
  const inputs = loadInputs(inputsSchema, getInput);
  const { env } = process;
  const event: unknown = JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  const context = readRunContext(env, event);
  const { GITHUB_WORKSPACE: workspace = process.cwd(), RUNNER_TEMP: temporary = workspace } = env;
  const [log, clock] = [runnerLog(), systemClock];

  const root = join(workspace, inputs.root);
  const { sources, restore, keep } = runnerSources(root, env, log, inputs.cache ? "carry" : "this job only");
  secretTexts(sources.credentials).forEach(setSecret);
  await restore();
  const base = await chooseBase(inputs.base, context, (revision) => resolveBase(root, revision));
  const options = {
    root,
    ...(base === undefined ? {} : { base }),
    ...(inputs["kubernetes-version"] === undefined ? {} : { kubernetesVersion: inputs["kubernetes-version"] }),
    failOn: inputs["fail-on"],
    cache: inputs.cache,
    offline: inputs.offline,
    requireSources: inputs["require-sources"],
    schemaLocations: inputs["schema-location"],
  };
  const { report } = await validate(options, { log, clock, signal, env, sources });
  await keep();

  const look = { root: inputs.root, failOn: options.failOn };
  const shown = present(withBaseName(report, inputs.base, context), look, context);
  const artifacts = artifactStore(env, log);
  await publish(shown, inputs, context, { log, clock, signal, artifacts, temporary, workspace });
  if (shown.failure !== undefined) setFailed(shown.failure);
});
