import { debug, setFailed } from "@actions/core";

import { SlipwayError } from "../src/model/error.ts";

/** Runs an action's body. A cancelled job aborts the signal; a failure becomes one sentence and the step's status. */
export async function runAction(body: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const cancelled = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => cancelled.abort());
  try {
    await body(cancelled.signal);
  } catch (error) {
    if (error instanceof Error) debug(error.stack ?? error.message);
    setFailed(failureSentence(error));
  }
}

export function failureSentence(error: unknown): string {
  if (error instanceof SlipwayError) {
    const next = error.hint === undefined ? "" : `. ${error.hint}`;
    return `${error.message}${next} (${error.code})`;
  }
  const text = error instanceof Error ? error.message : String(error);
  return `Slipway stopped over a mistake of its own: ${text}. Please report it with the log of a run that has debug logging on`;
}
