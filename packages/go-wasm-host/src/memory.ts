/**
 * Go's linker gives a module a memory of its own that may grow to 4 GiB. Moved to the imports, the memory is made by
 * whoever instantiates the module, who thereby sets its maximum: one compiled module serves instances with different limits.
 * https://webassembly.github.io/spec/core/binary/modules.html
 */
const sections = { custom: 0, import: 2, memory: 5 } as const;
const memoryKind = 2;
const minimumSection = "slipway.memory-minimum";

export const memoryImport = { module: "slipway", name: "memory" } as const;
export const pageBytes = 65_536;

/** The same module with its memory imported and the minimum it declared noted in a custom section. */
export function importMemory(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const found = readSections(wasm);
  const imports = found.find(({ id }) => id === sections.import);
  const memory = found.find(({ id }) => id === sections.memory);
  if (!imports || !memory) throw new TypeError("not an engine: the module has no imports or no memory of its own");

  const [minimum] = readNumber(memory.content, 2); // after the count (1) and the flags
  const [importCount, importStart] = readNumber(imports.content, 0);
  const imported = [...name(memoryImport.module), ...name(memoryImport.name), memoryKind, 0, ...number(minimum)];

  const parts: Uint8Array[] = [wasm.subarray(0, 8)];
  for (const section of found) {
    if (section === memory) continue;
    if (section !== imports) parts.push(section.whole);
    else
      parts.push(
        ...write(sections.import, [...number(importCount + 1), ...imported], imports.content.subarray(importStart)),
      );
  }
  parts.push(...write(sections.custom, [...name(minimumSection), ...number(minimum)]));
  return joined(parts);
}

/** Buffer.concat with the type that compiling asks for, and without a second copy of tens of megabytes. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The pages that an instance of a module made by importMemory starts with. */
export function minimumPages(module: WebAssembly.Module): number {
  const [content] = WebAssembly.Module.customSections(module, minimumSection);
  if (!content) throw new TypeError("not an engine: compile it with compileEngine");
  return readNumber(new Uint8Array(content), 0)[0];
}

interface Section {
  id: number;
  whole: Uint8Array;
  content: Uint8Array;
}

function readSections(wasm: Uint8Array): Section[] {
  if (Buffer.compare(wasm.subarray(0, 8), Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)) !== 0) {
    throw new TypeError("not a WebAssembly module");
  }
  const found: Section[] = [];
  for (let at = 8; at < wasm.length;) {
    const [size, start] = readNumber(wasm, at + 1);
    const end = start + size;
    found.push({ id: wasm[at] ?? 0, whole: wasm.subarray(at, end), content: wasm.subarray(start, end) });
    at = end;
  }
  return found;
}

function write(id: number, head: number[], tail: Uint8Array = new Uint8Array()): Uint8Array[] {
  return [Uint8Array.from([id, ...number(head.length + tail.length), ...head]), tail];
}

const name = (text: string): number[] => [...number(text.length), ...Buffer.from(text)];

/** Unsigned LEB128. */
function number(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >>> 7)];
}

function readNumber(bytes: Uint8Array, at: number): [value: number, next: number] {
  const byte = bytes[at];
  if (byte === undefined) throw new TypeError("not an engine: the module ends too early");
  if (byte < 0x80) return [byte, at + 1];
  const [rest, next] = readNumber(bytes, at + 1);
  return [(byte & 0x7f) + rest * 0x80, next];
}
