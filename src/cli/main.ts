import { CommanderError } from "commander";
import { exitCodes, SlipwayError } from "../model/error.ts";
import { createProgram } from "./program.ts";
import { terminal } from "./terminal.ts";

/** Runs one command line and gives its exit code. An expected failure is told in words; only a bug shows a stack. */
export async function main(argv: readonly string[]): Promise<number> {
  const cancelled = new AbortController();
  const cancel = (): void => cancelled.abort();
  process.once("SIGINT", cancel).once("SIGTERM", cancel);
  process.stdout.on("error", tolerateClosedPipe);
  const outcome = { exitCode: exitCodes.fine as number };
  try {
    await createProgram(terminal(process), cancelled.signal, outcome).parseAsync(argv);
    return outcome.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    if (cancelled.signal.aborted) {
      process.stderr.write("slipway: stopped\n");
      return exitCodes.outside;
    }
    process.stderr.write(`${describe(error)}\n`);
    return error instanceof SlipwayError ? error.exitCode : exitCodes.internal;
  }
}

/** `slipway | head`: whoever reads has read enough. */
function tolerateClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

function describe(error: unknown): string {
  if (error instanceof SlipwayError) {
    return [`${error.code} ${error.message}`, ...(error.hint === undefined ? [] : [`  ${error.hint}`])].join("\n");
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `slipway met a bug of its own. Please report it with these lines:\n${stack}`;
}
