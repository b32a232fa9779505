/** Runs each key's task once and gives its outcome, failure included, to everyone who asks. */
export function createMemo<T>(): (key: string, task: () => Promise<T>) => Promise<T> {
  const outcomes = new Map<string, Promise<T>>();
  return async (key, task) => {
    const known = outcomes.get(key);
    if (known) return known;
    const outcome = task();
    outcomes.set(key, outcome);
    return outcome;
  };
}
