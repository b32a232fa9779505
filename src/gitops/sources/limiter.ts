/** Lets at most `limit` tasks of one key run at once; the others wait in order. */
export function createLimiter(limit: number): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();

  async function enter(key: string): Promise<void> {
    const count = running.get(key) ?? 0;
    if (count < limit) {
      running.set(key, count + 1);
      return;
    }
    await new Promise<void>((resolve) => {
      const queue = waiting.get(key) ?? [];
      queue.push(resolve);
      waiting.set(key, queue);
    });
  }

  function leave(key: string): void {
    const next = waiting.get(key)?.shift();
    // The place is handed over, so the count stays as it is.
    if (next) next();
    else running.set(key, (running.get(key) ?? 1) - 1);
  }

  return async (key, task) => {
    await enter(key);
    try {
      return await task();
    } finally {
      leave(key);
    }
  };
}
