/** Prints how long something took, for docs/performance.md. */
export async function timed<T>(what: string, doing: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await doing();
  console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
