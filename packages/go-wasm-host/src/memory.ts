import { joined, name, number, readModule, readNumber, sections, writeModule } from "./module.ts";
import type { Section } from "./module.ts";

/**
 * Go's linker gives a module a memory of its own that may grow to 4 GiB. Moved to the imports, the memory is made by
 * whoever instantiates the module, who thereby sets its maximum: one compiled module serves instances with different limits.
 */
const memoryKind = 2;
const minimumSection = "slipway.memory-minimum";

export const memoryImport = { module: "slipway", name: "memory" } as const;
export const pageBytes = 65_536;

/** The same module with its memory imported and the minimum it declared noted in a custom section. */
export function importMemory(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const found = readModule(wasm);
  const imports = found.find(({ id }) => id === sections.import);
  const memory = found.find(({ id }) => id === sections.memory);
  if (!imports || !memory) throw new TypeError("not an engine: the module has no imports or no memory of its own");

  const [minimum] = readNumber(memory.content, 2); // after the count (1) and the flags
  const [importCount, importStart] = readNumber(imports.content, 0);
  const imported = [...name(memoryImport.module), ...name(memoryImport.name), memoryKind, 0, ...number(minimum)];
  const head = Uint8Array.from([...number(importCount + 1), ...imported]);
  const changed: Section = { id: sections.import, content: joined([head, imports.content.subarray(importStart)]) };
  const noted = Uint8Array.from([...name(minimumSection), ...number(minimum)]);
  return writeModule([
    ...found.filter((section) => section !== memory).map((section) => (section === imports ? changed : section)),
    { id: sections.custom, content: noted },
  ]);
}

/** The pages that an instance of a module made by importMemory starts with. */
export function minimumPages(module: WebAssembly.Module): number {
  const [content] = WebAssembly.Module.customSections(module, minimumSection);
  if (!content) throw new TypeError("not an engine: compile it with compileEngine");
  return readNumber(new Uint8Array(content), 0)[0];
}
