import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { EngineError } from "./error.ts";
import { createReactor } from "./reactor.ts";
import { buildEngine, memoryTree } from "./testing/index.ts";

const module = await buildEngine(fileURLToPath(new URL("../go/demo", import.meta.url)));

describe.skipIf(!module)("a reactor", () => {
  const reactor = module && createReactor(module, { memoryLimitBytes: 256 * 1024 ** 2 });
  const call = (operation: string, request: object = {}, files: Record<string, string> = {}) => {
    if (!reactor) throw new Error("no engine");
    return reactor.call<unknown>(operation, request, memoryTree(files));
  };
  const failure = (run: () => unknown): unknown => {
    try {
      run();
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test("carries text both ways, unicode and markup included", () => {
    const request = { path: "ü/日本", text: "<a & b>\u2028🚢", size: 1 };
    expect(call("echo", request).response).toEqual(request);
  });

  test("carries 20 MB both ways", () => {
    const text = "é".repeat(10_000_000);
    expect(call("length", { text }).response).toBe(20_000_000);
    expect(call("repeat", { text: "é", size: 10_000_000 }).response).toBe(text);
  });

  test("records reads, listings and misses once each, in order", () => {
    const files = { "a/ö.txt": "content", "a/b/c": "" };
    expect(call("read", { path: "a/./ö.txt" }, files)).toEqual({
      response: "content",
      reads: [{ op: "read", path: "a/ö.txt", found: true }],
    });
    expect(call("list", { path: "a" }, files)).toEqual({
      response: [
        { name: "ö.txt", directory: false },
        { name: "b", directory: true },
      ],
      reads: [{ op: "list", path: "a", found: true }],
    });
    expect(call("readAndCarryOn", { path: "a" }, files).reads).toEqual([{ op: "read", path: "a", found: false }]);
    expect(call("list", { path: "" }, files).response).toEqual([{ name: "a", directory: true }]);
  });

  test("reads a 20 MB file", () => {
    expect(call("read", { path: "big" }, { big: "x".repeat(20_000_000) }).response).toHaveLength(20_000_000);
  });

  test("says that a missing file is missing, and carries on", () => {
    expect(failure(() => call("read", { path: "none" }))).toMatchObject({
      code: "invalid",
      message: "open none: file does not exist",
    });
    expect(call("echo").response).toEqual({ path: "", text: "", size: 0 });
  });

  test("refuses to leave the tree", () => {
    expect(failure(() => call("read", { path: "a/../../b" }))).toMatchObject({ code: "refused" });
  });

  test("throws what the tree threw, even if the engine ignores it", () => {
    const refusal = new EngineError("refused", "a symbolic link leaves the tree");
    const tree = {
      ...memoryTree({}),
      read: () => {
        throw refusal;
      },
    };
    expect(failure(() => reactor?.call("readAndCarryOn", { path: "link" }, tree))).toBe(refusal);
  });

  test("hands over the engine's own refusals", () => {
    expect(failure(() => call("refuse", { text: "that" }))).toMatchObject({
      code: "refused",
      message: "never that",
      detail: "in detail",
    });
  });

  test("answers the engine's questions, and throws what an answer threw", () => {
    if (!module) return;
    const asking = createReactor(module, { hostCalls: { question: (asked) => ({ asked }) } });
    expect(asking.call("ask", { text: "why?" }).response).toEqual({ asked: { text: "why?", path: "", size: 0 } });
    const boom = new Error("no answer");
    const failing = createReactor(module, {
      hostCalls: {
        question: () => {
          throw boom;
        },
      },
    });
    expect(failure(() => failing.call("ask", {}))).toBe(boom);
    expect(failure(() => call("ask"))).toMatchObject({ code: "crashed", message: expect.stringContaining("question") });
  });

  test("does not run two calls at once", () => {
    if (!module) return;
    const nested = createReactor(module, { hostCalls: { question: () => nested.call("echo", {}) } });
    expect(failure(() => nested.call("ask", {}))).toBeInstanceOf(TypeError);
    expect(nested.call("echo", {}).reads).toEqual([]);
  });

  test.each(["panic", "panicElsewhere"])("turns a %s into one crash, and the next call works", (operation) => {
    const crash = failure(() => call(operation, { text: "lost the plot" }));
    expect(crash).toMatchObject({ code: "crashed", message: "the engine crashed: lost the plot" });
    expect(crash).toHaveProperty("detail", expect.stringContaining("goroutine"));
    expect(call("length", { text: "1234" }).response).toBe(4);
  });

  test("stops a program that allocates without end, and the next call works", () => {
    expect(failure(() => call("exhaust"))).toMatchObject({
      code: "limit",
      message: "the engine needed more than the 256 MB of memory it may use",
    });
    expect(call("length", { text: "1234" }).response).toBe(4);
  });

  test("stops a program that recurses without end, and the next call works", () => {
    expect(failure(() => call("recurse", { size: 1e9 }))).toMatchObject({ code: "limit" });
    expect(call("recurse", { size: 1000 }).response).toBe(1000);
  });

  test("has no clock but the one it is given, and still sleeps", () => {
    if (!module) return;
    const dated = createReactor(module, { wallClock: Date.UTC(2020, 1, 29) });
    expect(dated.call("now", {}).response).toBe("2020-02-29T00:00:00Z");
    expect(dated.call("sleep", { size: 20 }).response).toBe("awake");
  });

  test("has the same random numbers in every call", () => {
    const first = call("random").response;
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(call("random").response).toBe(first);
  });

  test("sees no environment but the collector's, no arguments and no disk", () => {
    expect(call("environment").response).toEqual([
      expect.stringMatching(/^GOGC=/),
      expect.stringMatching(/^GOMEMLIMIT=/),
      "engine",
    ]);
    expect(failure(() => call("open", { path: "/etc/passwd" }))).toMatchObject({ code: "invalid" });
  });
});
