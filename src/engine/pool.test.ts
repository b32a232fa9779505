import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import type { EngineName } from "./location.ts";
import { openPool } from "./pool.ts";
import type { Pool, PoolOptions } from "./pool.ts";

/** The smallest module there is. */
const nothing = await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
let opened: Pool[] = [];
let workers: Worker[] = [];

function pool(options: Partial<PoolOptions> = {}) {
  const spawn = () => {
    const worker = new Worker(new URL("./testing/worker.ts", import.meta.url), {
      execArgv: ["--conditions=source"],
      resourceLimits: { maxOldGenerationSizeMb: 64 },
      stderr: true,
    });
    workers.push(worker);
    return worker;
  };
  const module = () => Promise.resolve(nothing);
  const made = openPool({ workers: 2, timeoutMs: 20_000, spawn, module, now: () => performance.now(), ...options });
  opened.push(made);
  const run = (operation: string, request: unknown = {}, signal?: AbortSignal, engine: EngineName = "kustomize") =>
    made.run<unknown>({ operation, engine, request, signal });
  return { ...made, run };
}

afterEach(async () => {
  await Promise.all(opened.map((each) => each.close()));
  opened = [];
  workers = [];
});

const settled = (promises: Promise<unknown>[]) => Promise.allSettled(promises);

describe("the pool", () => {
  test("gives 200 calls made at once back in their order, and uses no more threads than it may", async () => {
    const { run } = pool();
    const results = await Promise.all(Array.from({ length: 200 }, (_, value) => run("echo", { value })));
    expect(results).toEqual(Array.from({ length: 200 }, (_, value) => value));
    expect(workers.length).toBeLessThanOrEqual(2);
  });

  test("starts no thread before the first call, and no second one for a few small calls", async () => {
    const { run } = pool();
    expect(workers).toHaveLength(0);
    await Promise.all([run("echo"), run("echo"), run("echo")]);
    expect(workers).toHaveLength(1);
  });

  test("starts a second thread when the calls that wait take longer than that costs", async () => {
    const { run } = pool();
    const threads = await Promise.all(Array.from({ length: 60 }, () => run("thread")));
    expect(new Set(threads).size).toBe(2);
  });

  test("prefers the thread that has the engine", async () => {
    const { run } = pool();
    const [one, other] = await Promise.all([
      run("thread", {}, undefined, "kustomize"),
      run("thread", {}, undefined, "helm"),
    ]);
    expect(one).not.toBe(other);
    expect(await run("thread", {}, undefined, "helm")).toBe(other);
    expect(await run("thread", {}, undefined, "kustomize")).toBe(one);
  });

  test("sends modules and attachments to a thread once", async () => {
    const { run: made } = openedPool();
    const attachments = [
      { key: "a", schemas: {} },
      { key: "b", schemas: {} },
    ];
    const given = (engine: EngineName, count: number) =>
      made({ operation: "given", engine, request: {}, attachments: attachments.slice(0, count) });
    expect(await given("helm", 1)).toEqual({ modules: ["helm"], keys: ["a"] });
    expect(await given("helm", 2)).toEqual({ modules: [], keys: ["b"] });
    expect(await given("kustomize", 2)).toEqual({ modules: ["kustomize"], keys: [] });
  });

  test("makes a call again when it turns out to need another engine", async () => {
    const asked: EngineName[] = [];
    const module = (name: EngineName) => {
      asked.push(name);
      return Promise.resolve(nothing);
    };
    const { run } = pool({ module, workers: 1 });
    expect(await run("needsHelm")).toBeNull();
    expect(asked).toEqual(["kustomize", "helm"]);
  });

  test("hands over an engine's failure as an EngineError", async () => {
    const { run } = pool();
    await expect(run("refuse")).rejects.toMatchObject({
      name: "EngineError",
      code: "refused",
      message: "never",
      detail: "in detail",
    });
  });

  test("stops a call that never ends, and all others go on", async () => {
    const { run } = pool({ timeoutMs: 1500 });
    const [first, ...others] = await settled([run("spin"), ...[1, 2, 3].map((value) => run("echo", { value }))]);
    expect(first).toMatchObject({
      status: "rejected",
      reason: { code: "limit", message: "rendering took longer than the 1.5 s that one call may take" },
    });
    expect(others).toEqual([1, 2, 3].map((value) => ({ status: "fulfilled", value })));
  });

  test.each([
    ["exits", "exit", "crashed", /ended unexpectedly: the worker ended with exit code 7/],
    ["throws outside of any call", "throw", "crashed", /thrown in nobody's hands/],
    ["eats all its memory", "eat", "limit", /more memory/],
  ])("survives a thread that %s", async (_, operation, code, message) => {
    const { run } = pool({ workers: 1 });
    const [first, second] = await settled([run(operation), run("echo", { value: "fine" })]);
    expect(first).toMatchObject({ status: "rejected", reason: { code, message: expect.stringMatching(message) } });
    expect(second).toEqual({ status: "fulfilled", value: "fine" });
    expect(workers).toHaveLength(2);
  });

  test("fails every call, and never hangs, when threads cannot start", async () => {
    const spawn = () => new Worker(new URL("./testing/none.ts", import.meta.url));
    const { run } = pool({ spawn });
    const results = await settled([run("echo"), run("echo"), run("echo")]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  });

  test("fails the call when its engine cannot be loaded, and tries again with the next", async () => {
    let attempts = 0;
    const module = () => (attempts++ === 0 ? Promise.reject(new Error("no such file")) : Promise.resolve(nothing));
    const { run } = pool({ module, workers: 1 });
    await expect(run("echo")).rejects.toMatchObject({ code: "crashed", message: "no such file" });
    expect(await run("echo", { value: 1 })).toBe(1);
  });

  test("drops a cancelled call that waits, and stops one that runs", async () => {
    const { run } = pool({ workers: 1 });
    const [running, waiting] = [new AbortController(), new AbortController()];
    const calls = settled([
      run("spin", {}, running.signal),
      run("echo", { value: 1 }, waiting.signal),
      run("echo", { value: 2 }),
    ]);
    waiting.abort(new Error("not needed"));
    setTimeout(() => running.abort(new Error("enough")), 300);
    expect(await calls).toMatchObject([
      { status: "rejected", reason: { message: "enough" } },
      { status: "rejected", reason: { message: "not needed" } },
      { status: "fulfilled", value: 2 },
    ]);
    await expect(run("echo", {}, AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
  });

  test("leaves nothing running when it is closed", async () => {
    const { run, close } = pool();
    const calls = settled([run("spin"), run("spin", {}, undefined, "helm"), run("echo")]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await close();
    expect(await calls).toMatchObject([0, 1, 2].map(() => ({ status: "rejected", reason: { code: "crashed" } })));
    expect(workers.map(({ threadId }) => threadId)).toEqual([-1, -1]);
    await expect(run("echo")).rejects.toMatchObject({ message: "the engines are closed" });
  });
});

function openedPool() {
  const { run: _convenient, ...rest } = pool({ workers: 1 });
  const made = opened.at(-1);
  if (!made) throw new Error("no pool");
  return { ...rest, run: made.run };
}
