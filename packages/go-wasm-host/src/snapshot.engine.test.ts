import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { instantiate } from "./instance.ts";
import { createReactor, defaults } from "./reactor.ts";
import { snapshot, type WarmUp } from "./snapshot.ts";
import { buildModule, memoryTree } from "./testing/index.ts";

const wasm = buildModule(fileURLToPath(new URL("../go/demo", import.meta.url)));
const warmUp: WarmUp = {
  calls: [
    { operation: "read", request: { path: "a" }, files: { a: "warm" } },
    { operation: "echo", request: { path: "a", text: "b", size: 1 }, files: {} },
  ],
};

describe.skipIf(!wasm)("a snapshot of an engine", () => {
  const made = wasm && snapshot(wasm, warmUp);

  test("has started, and answers as an engine does that has just been started", async () => {
    const module = await WebAssembly.compile((await made) ?? new Uint8Array());
    expect(instantiate(module, defaults).started).toBe(true);
    const reactor = createReactor(module);
    const request = { path: "ü/日本", text: "<a & b>\u2028🚢", size: 1 };
    expect(reactor.call("echo", request)).toEqual({ response: request, reads: [] });
    expect(reactor.call("read", { path: "a" }, memoryTree({ a: "cold" })).response).toBe("cold");
    expect(() => reactor.call("panic", { text: "over" })).toThrow("over");
    expect(reactor.call("sleep", { size: 20 }).response).toBe("awake"); // after the crash, from the start again
  });

  test("serves many instances that share nothing", async () => {
    const module = await WebAssembly.compile((await made) ?? new Uint8Array());
    const [one, other] = [createReactor(module), createReactor(module)];
    const text = "é".repeat(1_000_000);
    expect(one.call("length", { text }).response).toBe(2_000_000);
    expect(other.call("length", { text: "é" }).response).toBe(2);
    expect(one.call("length", { text: "é" }).response).toBe(2);
  });

  test("is the same bytes each time", async () => {
    const again = await snapshot(wasm ?? new Uint8Array(), warmUp);
    expect(Buffer.compare(again, (await made) ?? new Uint8Array())).toBe(0);
  });
});
