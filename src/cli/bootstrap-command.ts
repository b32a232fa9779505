import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { bootstrap } from "../bootstrap.ts";
import type { BootstrapOptions, BootstrapResult } from "../bootstrap/options.ts";
import { credentialsFrom } from "../cluster/install/credentials-input.ts";
import { headline } from "../cluster/waiting/summary.ts";
import { treeLines } from "../cluster/waiting/text.ts";
import { coloured, plain } from "../report/text/style.ts";
import { accessBy, type AccessOptions } from "./cluster-access.ts";
import { progressView } from "./progress-view.ts";
import { runPorts } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

/** Options as commander parses them. */
export interface BootstrapCommandOptions extends AccessOptions {
  timeLimit: number;
  ifBusy: BootstrapOptions["ifBusy"];
  takeOver: boolean;
  diagnosis: string;
  argocdMirror?: string;
}

/** `slipway bootstrap`: the tree while it grows, where to look when it is there, and why not when it is not. */
export async function runBootstrap(
  environment: string,
  options: BootstrapCommandOptions,
  terminal: Terminal,
  signal: AbortSignal,
  webPort?: number,
): Promise<number> {
  const { env } = terminal;
  const view = progressView(terminal);
  const credentials = credentialsFrom(env);
  const password = env["SLIPWAY_ARGOCD_PASSWORD"];
  const result = await bootstrap(
    {
      root: options.root,
      environment,
      ifBusy: options.ifBusy,
      conflicts: options.takeOver ? "take-over" : "report",
      timeLimit: options.timeLimit * 60_000,
      identity: `${env["USER"] ?? "somebody"} on ${hostname()} (${randomBytes(3).toString("hex")})`,
      diagnosisFile: options.diagnosis,
      ...(credentials !== undefined && { credentials }),
      ...(password !== undefined && password !== "" && { adminPassword: password }),
      ...(options.argocdMirror !== undefined && { argocdMirror: options.argocdMirror }),
      ...(webPort !== undefined && { webPort }),
    },
    {
      ...runPorts(terminal, signal, undefined),
      connect: accessBy(options, "settle", terminal, signal),
      randomPassword: () => randomBytes(24).toString("base64url"),
      onSection: (title) => terminal.err(`${title}\n`),
      onProgress: view.onProgress,
    },
  ).finally(view.clear);
  terminal.out(bootstrapText(result, terminal));
  if (result.failure === undefined) return 0;
  throw result.failure;
}

function bootstrapText(result: BootstrapResult, terminal: Terminal): string {
  const paint = terminal.colour ? coloured : plain;
  const steps = result.steps.length === 0 ? "nothing had to be changed" : `${result.steps.length} steps taken`;
  const hosts = result.hosts.map(({ url, login }) => `  ${url}${login === undefined ? "" : `  (${login})`}`);
  return [
    ...treeLines(result.waited.progress, paint),
    "",
    `${headline(result.waited, result.environment)}; ${steps}`,
    ...hosts,
    "",
  ].join("\n");
}
