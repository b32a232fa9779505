import { expect, it } from "vitest";
import { createLimiter } from "./limiter.ts";

it("runs at most so many tasks of a key at once, all of them in the end", async () => {
  const limited = createLimiter(2);
  const running = { a: 0, b: 0 };
  const most = { a: 0, b: 0 };
  const task = (key: "a" | "b") => async (): Promise<string> => {
    running[key] += 1;
    most[key] = Math.max(most[key], running[key]);
    await new Promise((resolve) => setImmediate(resolve));
    running[key] -= 1;
    return key;
  };
  const keys = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? "a" : "b"));
  expect(await Promise.all(keys.map(async (key) => limited(key, task(key))))).toEqual(keys);
  expect(most).toEqual({ a: 2, b: 2 });
});

it("frees the place of a task that fails", async () => {
  const limited = createLimiter(1);
  await expect(limited("a", async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await limited("a", async () => "next")).toBe("next");
});
