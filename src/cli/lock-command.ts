import { join } from "node:path";
import { readFileSync } from "node:fs";
import type { LockChange } from "../gitops/sources.ts";
import { type LockOptions, planSources } from "../lock.ts";
import { lockFile } from "../run/fetching.ts";
import { progressLine } from "./progress.ts";
import type { CommandOptions } from "./report-command.ts";
import { runOptions, runPorts } from "./run-options.ts";
import type { Terminal } from "./terminal.ts";

const marks: Record<LockChange["kind"], string> = { added: "+", updated: "~", removed: "-", kept: " ", failed: "!" };

export type LockCommandOptions = CommandOptions & Pick<LockOptions, "update">;

/** `slipway lock`: writes the lock file and says what moved; 3 when something could not be resolved. */
export async function runLock(options: LockCommandOptions, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const progress = progressLine(terminal);
  const run = runOptions(options);
  const plan = await planSources(
    { ...run, update: options.update },
    runPorts(terminal, signal, progress.onProgress),
  ).finally(progress.clear);
  for (const change of plan.changes) terminal.out(`${describe(change)}\n`);
  if (plan.changes.some(({ kind }) => kind === "added" || kind === "updated" || kind === "removed")) {
    const { writeLock } = await import("../gitops/sources.ts");
    const file = join(options.root, lockFile);
    await writeLock(file, plan.lock, textOf(file));
    terminal.out(`wrote ${lockFile}\n`);
  } else terminal.out(`${lockFile} stays as it is\n`);
  return plan.changes.some(({ kind }) => kind === "failed") ? 3 : 0;
}

/** One line for what becomes of one pin. */
export function describe({ kind, name, from, to, reason }: LockChange): string {
  const pins = [from, to].filter((pin) => pin !== undefined).join(" → ");
  return `${marks[kind]} ${name}${pins === "" ? "" : `  ${pins}`}${reason === undefined ? "" : `  ${reason}`}`;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
