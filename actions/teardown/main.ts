import { join } from "node:path";

import { getInput, setFailed, setOutput, setSecret, summary } from "@actions/core";

import { checkedEnvironments, environmentNamed } from "../../src/environments.ts";
import { repositoryOf } from "../../src/repository-label.ts";
import { sweep } from "../../src/sweep.ts";
import { teardown } from "../../src/teardown.ts";
import { planMarkdown } from "../hetzner/markdown.ts";
import { accessWith, hetznerPorts, withinLimit } from "../hetzner/ports.ts";
import { progressLines } from "../hetzner/progress.ts";
import { loadInputs } from "../load-inputs.ts";
import { runAction } from "../run-action.ts";
import { inputsSchema } from "./inputs.ts";
import { keptSummary, leftOutputs, sweepFailure, sweepSummary } from "./present.ts";

await runAction(async (cancelled) => {
  setSecret(getInput("hcloud-token"));
  const inputs = loadInputs(inputsSchema, getInput);
  const { env } = process;
  const root = join(env["GITHUB_WORKSPACE"] ?? process.cwd(), inputs.root);
  const [access, repository] = [accessWith(inputs["hcloud-token"], env), await repositoryOf(root, env)];
  const tell = (markdown: string): void => void summary.addRaw(markdown).write();
  const finish = (outputs: Record<string, string>): void => {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  };
  await withinLimit(inputs["time-limit"], cancelled, async (signal) => {
    const ports = hetznerPorts(signal);
    const watching = {
      ...ports,
      report: progressLines(ports.log.info),
      onWait: ({ length }: { length: number }) => ports.log.info(`waiting until Hetzner has let go of ${length} more`),
    };
    if (inputs.mode === "sweep") {
      const environments = (await checkedEnvironments(root)).documents.flatMap(({ environment }) => environment ?? []);
      const mode = inputs.delete ? "delete" : "list";
      const options = { access, mode, environments, repository } as const;
      const { orphans } = await sweep(options, { ...watching, onFound: (found) => tell(sweepSummary(found)) });
      finish(leftOutputs(orphans));
      if (orphans.length > 0) setFailed(sweepFailure(orphans));
      return;
    }
    const { keep, confirm, environment: name = "" } = inputs;
    const environment = await environmentNamed(root, name);
    const { kept } = await teardown(
      { environment, access, mode: "apply", keep, confirm, repository },
      { ...watching, onPlan: (plan) => tell(`## Tearing ${name} down\n\n${planMarkdown(plan)}\n`) },
    );
    tell(keptSummary(name, kept));
    finish(leftOutputs(kept));
  });
});
