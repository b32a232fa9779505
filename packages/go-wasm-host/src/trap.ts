import { EngineError } from "./error.ts";

/** Go's words for it; the last are those of a heap that could not grow where it wanted to. */
const outOfMemory = /^(fatal error|runtime): .*(out of memory|cannot allocate memory|arena already initialized)/m;

/** Why the engine stopped, from what Go's runtime printed before it gave up. */
export function explainTrap(trap: Error, output: string, memoryLimitBytes: number): EngineError {
  const { cause } = trap;
  const detail = output.trim() || String(cause);
  if (outOfMemory.test(output)) {
    const megabytes = Math.round(memoryLimitBytes / 1024 ** 2);
    return new EngineError("limit", `the engine needed more than the ${megabytes} MB of memory it may use`, {
      detail,
      cause,
    });
  }
  if (/^fatal error: stack overflow/m.test(output) || cause instanceof RangeError) {
    return new EngineError("limit", "the engine called itself too deeply: something refers to itself without end", {
      detail,
      cause,
    });
  }
  const [, panic] = /^(?:panic|fatal error): (.*)$/m.exec(output) ?? [];
  return new EngineError("crashed", `the engine crashed: ${panic ?? String(cause)}`, { detail, cause });
}
