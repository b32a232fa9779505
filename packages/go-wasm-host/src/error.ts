/**
 * - `refused`: the input asks for something the sandbox never does (leave the tree, use the network, run a program)
 * - `invalid`: the input is wrong, in the words of the tool
 * - `limit`: the call needed more memory, stack or time than it is allowed
 * - `crashed`: the engine itself failed; a bug, not the user's mistake
 */
export const engineErrorCodes = ["refused", "invalid", "limit", "crashed"] as const;
export type EngineErrorCode = (typeof engineErrorCodes)[number];

/** A call that gave no result. `message` is for people; `detail` has the tool's own words, or a crash's output and stack. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  readonly detail: string | undefined;

  constructor(code: EngineErrorCode, message: string, options: { detail?: string | undefined; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.detail = options.detail;
  }
}
