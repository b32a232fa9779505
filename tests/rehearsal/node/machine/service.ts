import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import process from "node:process";
import type { Running } from "../../../control-plane/processes.ts";

export interface Service {
  name: string;
  program: string;
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
}

/** A program that `nsenter` runs in another process namespace: ending nsenter would leave it alone there. */
export function startEntered(name: string, entering: readonly string[], options: EnteredOptions): Running {
  const output = openSync(options.log, "a");
  const [program = "", ...args] = entering;
  const child = spawn(program, args, { env: options.env, stdio: ["ignore", output, output] });
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.on("close", () => resolve());
    child.on("error", () => resolve());
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    name,
    log: () => readFileSync(options.log, "utf8"),
    hasEnded,
    async [Symbol.asyncDispose]() {
      if (hasEnded()) return;
      signal(child.pid, "SIGTERM");
      const patience = setTimeout(() => signal(child.pid, "SIGKILL"), 10_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

interface EnteredOptions {
  log: string;
  env: Readonly<Record<string, string | undefined>>;
}

function signal(parent: number | undefined, name: "SIGTERM" | "SIGKILL"): void {
  for (const pid of childrenOf(parent)) process.kill(pid, name);
}

export function childrenOf(pid: number | undefined): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return children.split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
