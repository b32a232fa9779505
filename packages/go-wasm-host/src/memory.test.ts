import { expect, test } from "vitest";
import { importMemory, memoryImport, minimumPages } from "./memory.ts";

/** (module (import "x" "f" (func)) (memory (export "memory") 200) (data (i32.const 0) "A")) */
const imported = [1, 1, 0x78, 1, 0x66, 0, 0];
const sections = [
  [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  [1, 4, 1, 0x60, 0, 0],
  [2, imported.length, ...imported],
  [5, 4, 1, 0, 0xc8, 1],
  [7, 10, 1, 6, ...Buffer.from("memory"), 2, 0],
  [11, 7, 1, 0, 0x41, 0, 0x0b, 1, 0x41],
];
const module = Uint8Array.from(sections.flat());

test("the memory of a module becomes an import that the host limits", async () => {
  const compiled = await WebAssembly.compile(importMemory(module));
  expect(minimumPages(compiled)).toBe(200);
  expect(WebAssembly.Module.imports(compiled)).toEqual([
    { ...memoryImport, kind: "memory" },
    { module: "x", name: "f", kind: "function" },
  ]);

  const memory = new WebAssembly.Memory({ initial: 200, maximum: 201 });
  const { exports } = new WebAssembly.Instance(compiled, { slipway: { memory }, x: { f: () => undefined } });
  expect(exports["memory"]).toBe(memory);
  expect(new Uint8Array(memory.buffer)[0]).toBe(0x41);
});

test.each([
  ["text", Buffer.from("not WebAssembly")],
  ["a module that ends in the middle", module.subarray(0, 30)],
  ["a module without a memory", module.subarray(0, 23)],
])("%s is not an engine", (_, bytes) => {
  expect(() => importMemory(bytes)).toThrow(TypeError);
});

test("a module that was not compiled by the host is not an engine", async () => {
  const other = await WebAssembly.compile(Uint8Array.from(module.subarray(0, 8)));
  expect(() => minimumPages(other)).toThrow("compile it with compileEngine");
});
