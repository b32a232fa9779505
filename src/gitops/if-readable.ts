/**
 * What reading gives; undefined where the tree refuses a file's content: a partial clone does not have it, or a link leads
 * out. Call it around `remember`, so that nothing is remembered of what was not read.
 */
export function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && error.name === "EngineError") return undefined;
    throw error;
  }
}
