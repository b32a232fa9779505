import { join } from "node:path";

import { getInput, setOutput, setSecret, summary } from "@actions/core";

import { environmentNamed } from "../../src/environments.ts";
import { repositoryOf } from "../../src/repository-label.ts";
import { provision } from "../../src/provision.ts";
import { systemProcesses } from "../../src/server/processes.ts";
import { accessWith, hetznerPorts, withinLimit } from "../hetzner/ports.ts";
import { progressLines } from "../hetzner/progress.ts";
import { loadInputs } from "../load-inputs.ts";
import { maskLines } from "../mask-lines.ts";
import { runAction } from "../run-action.ts";
import { inputsSchema } from "./inputs.ts";
import { allowances, outputsOf, summaryOf } from "./present.ts";

await runAction(async (cancelled) => {
  setSecret(getInput("hcloud-token"));
  maskLines(getInput("ssh-private-key"));
  const inputs = loadInputs(inputsSchema, getInput);
  const { env } = process;
  const root = join(env["GITHUB_WORKSPACE"] ?? process.cwd(), inputs.root);
  await withinLimit(inputs["time-limit"], cancelled, async (signal) => {
    const ports = hetznerPorts(signal);
    const outputs = await provision(
      {
        environment: await environmentNamed(root, inputs.environment),
        access: accessWith(inputs["hcloud-token"], env),
        mode: inputs.mode,
        allow: allowances(inputs),
        sshPrivateKey: inputs["ssh-private-key"],
        repository: await repositoryOf(root, env),
        contact: inputs.contact,
      },
      {
        ...ports,
        processes: systemProcesses,
        // Written before anything is done: whatever becomes of the run, what it was about stays to be read.
        onPlan: (planned) => void summary.addRaw(summaryOf(inputs.environment, inputs.mode, planned)).write(),
        report: progressLines(ports.log.info),
      },
    );
    for (const [name, value] of Object.entries(outputsOf(outputs))) setOutput(name, value);
  });
});
