const batchCharacters = 400_000;

/** Splits texts, in order, into batches large enough to be worth a call and small enough to share between threads. */
export function inBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let size = Infinity;
  for (const text of texts) {
    if (size + text.length > batchCharacters) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(text);
    size += text.length;
  }
  return batches;
}
