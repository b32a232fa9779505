import { exitCodes } from "../../model/error.ts";
import type { Terminal } from "../terminal.ts";

/** Says what an interrupted run leaves behind, instead of nothing. */
export async function unlessInterrupted(
  terminal: Terminal,
  signal: AbortSignal,
  environment: string,
  run: () => Promise<number>,
): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!signal.aborted) throw error;
    terminal.err(
      `slipway: stopped\n  Run again to finish, or slipway teardown ${environment} to delete what there is so far.\n`,
    );
    return exitCodes.outside;
  }
}
