import { setTimeout as sleep } from "node:timers/promises";
import type { RunOptions, RunPorts } from "../run/options.ts";
import type { CommandOptions } from "./report-command.ts";
import type { Terminal } from "./terminal.ts";

/** The options of any command that renders, as the run takes them. */
export function runOptions(options: CommandOptions): RunOptions {
  const { root, kubernetesVersion, cache, offline, requireSources, timeout } = options;
  return {
    root,
    cache,
    offline,
    requireSources,
    ...(kubernetesVersion !== undefined && { kubernetesVersion }),
    ...(timeout !== undefined && { timeoutMs: timeout * 1000 }),
  };
}

/** The real world, as the command line lends it to a run. */
export function runPorts(terminal: Terminal, signal: AbortSignal, onProgress: RunPorts["onProgress"]): RunPorts {
  const say = (message: string): void => terminal.err(`${message}\n`);
  return {
    log: { debug: () => undefined, info: say, warning: say },
    clock: {
      now: () => Date.now(),
      sleep: async (milliseconds, aborted) => sleep(milliseconds, undefined, aborted ? { signal: aborted } : {}),
    },
    signal,
    env: terminal.env,
    ...(onProgress && { onProgress }),
  };
}
