import { driftMarkdown, driftText } from "../cluster/status/drift.ts";
import { exitCodes } from "../model/error.ts";
import { coloured, plain } from "../report/text/style.ts";
import { status } from "../status.ts";
import { accessBy } from "./cluster-access.ts";
import { runPorts } from "./run-options.ts";
import type { StatusCommandOptions } from "./status-formats.ts";
import type { Terminal } from "./terminal.ts";

/** `slipway status`: how the cluster stands to Git; 1 where it differs. */
export async function runStatus(
  environment: string,
  options: StatusCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { root, format } = options;
  const connect = accessBy(options, "leave", terminal, signal);
  const ports = { ...runPorts(terminal, signal, undefined), connect };
  const report = await status({ root, environment }, ports);
  if (format === "json") terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else if (format === "markdown") terminal.out(driftMarkdown(report));
  else terminal.out(driftText(report, terminal.colour ? coloured : plain, terminal.width ?? 100));
  return report.clean ? exitCodes.fine : exitCodes.findings;
}
