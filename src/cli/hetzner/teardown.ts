import { formatEuro } from "../../environment/money.ts";
import type { Item } from "../../hetzner/estate-items.ts";
import type { Keep } from "../../hetzner/plan/keep.ts";
import { environmentNamed } from "../../environments.ts";
import { exitCodes } from "../../model/error.ts";
import { coloured, plain } from "../../report/text/style.ts";
import { teardown, type TeardownOptions } from "../../teardown.ts";
import { repositoryOf } from "../../repository-label.ts";
import type { Terminal } from "../terminal.ts";
import type { OutputFormat } from "./commands.ts";
import { unlessInterrupted } from "./interrupted.ts";
import { planText } from "./plan-text.ts";
import { accessFrom, hetznerPorts } from "./ports.ts";
import { applyProgress } from "./progress.ts";

export interface TeardownCommandOptions {
  root: string;
  format: OutputFormat;
  mode: TeardownOptions["mode"];
  keep: Keep[];
  confirm?: string;
}

/** `slipway teardown`: 3 where something is left. */
export async function runTeardown(
  name: string,
  options: TeardownCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { root, mode, keep, confirm, format } = options;
  const environment = await environmentNamed(root, name);
  const repository = await repositoryOf(root, terminal.env);
  const paint = terminal.colour ? coloured : plain;
  return await unlessInterrupted(terminal, signal, name, async () => {
    const { plan, kept } = await teardown(
      { environment, access: accessFrom(terminal), mode, keep, confirm, repository },
      {
        ...hetznerPorts(terminal, signal),
        report: applyProgress(terminal),
        onPlan: (plan) =>
          format === "text" ? terminal.out(`${planText(plan, paint, terminal.width ?? 100).join("\n")}\n`) : undefined,
        onWait: (left) => terminal.err(`waiting until Hetzner has let go of ${left.length} more\n`),
      },
    );
    if (format === "json") terminal.out(`${JSON.stringify({ plan, kept }, null, 2)}\n`);
    else if (mode === "apply") terminal.out(`${outcome(name, kept)}\n`);
    return exitCodes.fine;
  });
}

function outcome(name: string, kept: readonly Item[]): string {
  if (kept.length === 0) return `nothing of ${name} is left at Hetzner, and nothing is paid for`;
  const sum = kept.reduce((total, { monthly = 0 }) => total + monthly, 0);
  const names = kept.map(({ kind, resource, detail }) => `  ${kind} ${resource.name}, ${detail}`);
  return `kept of ${name}, for €${formatEuro(sum)} a month:\n${names.join("\n")}`;
}
