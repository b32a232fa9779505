import { randomBytes } from "node:crypto";
import { join } from "node:path";

import { getInput, setOutput } from "@actions/core";

import { bootstrap } from "../../src/bootstrap.ts";
import { artifactStore } from "../../src/github/artifacts.ts";
import { loadInputs } from "../load-inputs.ts";
import { runAction } from "../run-action.ts";
import { runnerLog, systemClock } from "../runner-log.ts";
import { stepDirectory } from "../validate/files.ts";
import { runnerSources } from "../validate/sources.ts";
import { maskLines } from "../mask-lines.ts";
import { connectorOf } from "./connect.ts";
import { inputsSchema, repositoryCredentials, secretInputs } from "./inputs.ts";
import { publish, runnerView } from "./present.ts";
import { tunnelOf } from "./tunnel.ts";

await runAction(async (signal) => {
  secretInputs.map((name) => getInput(name)).forEach(maskLines);
  const inputs = loadInputs(inputsSchema, getInput);
  const { env } = process;
  const { GITHUB_WORKSPACE: workspace = process.cwd(), RUNNER_TEMP: temporary = workspace } = env;
  const log = runnerLog();
  const root = join(workspace, inputs.root);
  const directory = await stepDirectory(temporary);
  const credentials = repositoryCredentials(inputs);
  const connectTo = connectorOf(inputs, tunnelOf(inputs, { root, k3s: "settle" }, { log, signal, env }));
  let kubeconfig = "";
  const view = runnerView();
  const { sources } = runnerSources(root, env, log, "this job only");
  const result = await bootstrap(
    {
      root,
      environment: inputs.environment,
      ifBusy: inputs["if-busy"],
      conflicts: inputs["take-over"] ? "take-over" : "report",
      timeLimit: inputs["time-limit"] * 60_000,
      identity: `${env["GITHUB_SERVER_URL"]}/${env["GITHUB_REPOSITORY"]}/actions/runs/${env["GITHUB_RUN_ID"]}`,
      diagnosisFile: join(directory, "diagnosis.md"),
      ...(credentials && { credentials }),
      ...(inputs["argocd-password"] !== undefined && { adminPassword: inputs["argocd-password"] }),
      ...(inputs["argocd-mirror"] !== undefined && { argocdMirror: inputs["argocd-mirror"] }),
    },
    {
      connect: async (environment) => {
        const access = await connectTo(environment);
        kubeconfig = access.ownKubeconfig;
        return access;
      },
      log,
      clock: systemClock,
      signal,
      env,
      sources,
      ...view,
      randomPassword: () => randomBytes(24).toString("base64url"),
    },
  ).finally(view.end);
  await publish(result);
  if (inputs["output-kubeconfig"]) setOutput("kubeconfig", kubeconfig);
  if (result.failure === undefined) return;
  const files = [join(directory, "diagnosis.md")];
  await artifactStore(env, log).upload({ name: `slipway-diagnosis-${inputs.environment}`, files, directory });
  throw result.failure;
});
