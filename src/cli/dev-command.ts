import { once } from "node:events";
import { howToUse, startEmulator } from "hcloud-emulator";
import { exitCodes, SlipwayError } from "../model/error.ts";
import type { Terminal } from "./terminal.ts";

export interface DevHetznerOptions {
  port: number;
  token: string;
  speed: number;
  /** File that keeps the state over restarts. */
  state?: string;
}

/** `slipway dev hetzner`: an emulated Hetzner Cloud, until it is interrupted. */
export async function runDevHetzner(
  { port, token, speed, state }: DevHetznerOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const options = { port, speed, tokens: { [token]: {} }, ...(state === undefined ? {} : { stateFile: state }) };
  const emulator = await startEmulator(options).catch((cause: unknown) => {
    throw new SlipwayError("SLW-USAGE", `the emulated Hetzner Cloud did not start: ${reason(cause, port)}`, {
      hint: "Choose another --port or --state.",
      cause,
    });
  });
  terminal.out(howToUse(emulator, token));
  if (!signal.aborted) await once(signal, "abort");
  await emulator.close();
  terminal.err(state === undefined ? "stopped, nothing is kept\n" : `stopped, ${state} has the state\n`);
  return exitCodes.fine;
}

function reason(cause: unknown, port: number): string {
  if (cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE") return `port ${port} is in use`;
  return cause instanceof Error ? cause.message : String(cause);
}
