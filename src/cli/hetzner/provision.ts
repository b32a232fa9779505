import type { Allowance } from "../../hetzner/apply/ports.ts";
import { environmentNamed } from "../../environments.ts";
import { exitCodes } from "../../model/error.ts";
import { type Planned, provision, type ProvisionOptions, type ProvisionOutputs } from "../../provision.ts";
import { coloured, plain } from "../../report/text/style.ts";
import { systemProcesses } from "../../server/processes.ts";
import { repositoryOf } from "../../repository-label.ts";
import type { Terminal } from "../terminal.ts";
import type { OutputFormat } from "./commands.ts";
import { unlessInterrupted } from "./interrupted.ts";
import { costText, planText, refusalText } from "./plan-text.ts";
import { accessFrom, hetznerPorts } from "./ports.ts";
import { privateKey } from "./private-key.ts";
import { applyProgress, seconds } from "./progress.ts";

export interface ProvisionCommandOptions {
  root: string;
  format: OutputFormat;
  mode: ProvisionOptions["mode"];
  sshKey?: string;
  allowDestroy: boolean;
  adopt: boolean;
  overBudget: boolean;
  contact: ProvisionOptions["contact"];
}

/** `slipway provision`: 2 where the plan would be refused. */
export async function runProvision(
  name: string,
  options: ProvisionCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { root, mode, contact, format } = options;
  const environment = await environmentNamed(root, name);
  const sshPrivateKey = await privateKey(options.sshKey, terminal);
  const repository = await repositoryOf(root, terminal.env);
  const started = Date.now();
  const ports = {
    ...hetznerPorts(terminal, signal),
    processes: systemProcesses,
    onPlan: (planned: Planned) => (format === "text" ? tellPlan(planned, terminal) : undefined),
    report: applyProgress(terminal),
  };
  return await unlessInterrupted(terminal, signal, name, async () => {
    const access = accessFrom(terminal);
    const outputs = await provision(
      { environment, access, mode, allow: allowed(options), sshPrivateKey, repository, contact },
      ports,
    );
    if (format === "json") terminal.out(`${JSON.stringify(outputs, null, 2)}\n`);
    else if (mode === "apply") tellServers(outputs, Date.now() - started, terminal);
    return outputs.mode === "plan" && outputs.refusals.length > 0 ? exitCodes.usage : exitCodes.fine;
  });
}

const allowed = ({ allowDestroy, adopt, overBudget }: ProvisionCommandOptions): Allowance[] => [
  ...(allowDestroy ? (["destroy"] as const) : []),
  ...(adopt ? (["adopt"] as const) : []),
  ...(overBudget ? (["over-budget"] as const) : []),
];

function tellPlan({ plan, cost, refusals }: Planned, terminal: Terminal): void {
  const paint = terminal.colour ? coloured : plain;
  const width = terminal.width ?? 100;
  const lines = [
    ...planText(plan, paint, width),
    ...plan.notes.map((note) => paint("dim", `note: ${note}`)),
    ...costText(cost, cost.prices),
    ...refusalText(refusals, paint, width),
  ];
  terminal.out(`${lines.join("\n")}\n`);
}

function tellServers({ servers, plan }: ProvisionOutputs, elapsed: number, terminal: Terminal): void {
  const lines = servers.map(({ name, id, ipv4, ipv6 }) =>
    [`${name} (${id})`, ipv4, ipv6].filter((part) => part !== undefined).join("  "),
  );
  terminal.out(`${[`${plan.environment} is as declared, after ${seconds(elapsed)}`, ...lines].join("\n")}\n`);
}
