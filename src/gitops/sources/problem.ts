/** Why a source cannot be used. `sources/digest-mismatch` is always an error; of the others the caller decides. */
export type SourceRule = "sources/unavailable" | "sources/digest-mismatch";

/** A source that could not be had: `unavailable` says why in one sentence, `hint` what to do. */
export interface Unavailable {
  unavailable: string;
  hint?: string;
  rule: SourceRule;
}

/** Thrown between the steps of a fetch; turned into an `Unavailable` where a source is handed out. */
export class SourceProblem extends Error {
  override readonly name = "SourceProblem";
  readonly rule: SourceRule;
  readonly hint: string | undefined;

  constructor(message: string, options: { hint?: string; rule?: SourceRule; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.rule = options.rule ?? "sources/unavailable";
    this.hint = options.hint;
  }
}

/**
 * Runs a fetch and turns its expected failures into an answer, masked because it may repeat what a server said. A
 * cancelled run and a bug still throw.
 */
export async function orUnavailable<T>(
  fetching: () => Promise<T>,
  mask: (text: string) => string,
): Promise<T | Unavailable> {
  try {
    return await fetching();
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    return { unavailable: mask(error.message), rule: error.rule, ...hint };
  }
}
