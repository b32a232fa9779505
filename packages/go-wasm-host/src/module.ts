/**
 * The binary format of a module, as far as engines are rewritten: a list of sections.
 * https://webassembly.github.io/spec/core/binary/modules.html
 */
export const sections = { custom: 0, import: 2, memory: 5, global: 6, export: 7, data: 11, dataCount: 12 } as const;

export interface Section {
  id: number;
  content: Uint8Array;
}

const header = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

export function readModule(bytes: Uint8Array): Section[] {
  if (Buffer.compare(bytes.subarray(0, header.length), header) !== 0) throw new TypeError("not a WebAssembly module");
  const found: Section[] = [];
  for (let at = header.length; at < bytes.length;) {
    const [size, start] = readNumber(bytes, at + 1);
    found.push({ id: bytes[at] ?? 0, content: bytes.subarray(start, start + size) });
    at = start + size;
  }
  return found;
}

/** Copies the content once: engines have tens of megabytes. */
export function writeModule(all: readonly Section[]): Uint8Array<ArrayBuffer> {
  return joined([header, ...all.flatMap(({ id, content }) => [section(id, content.length), content])]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const section = (id: number, size: number): Uint8Array => Uint8Array.from([id, ...number(size)]);

export const name = (text: string): number[] => [...number(text.length), ...Buffer.from(text)];

/** Unsigned LEB128. */
export function number(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >>> 7)];
}

/** Signed LEB128, as constants of both integer types are written. */
export function integer(value: bigint): number[] {
  const [low, rest] = [Number(value & 0x7fn), value >> 7n];
  const ends = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
  return ends ? [low] : [low | 0x80, ...integer(rest)];
}

export function readNumber(bytes: Uint8Array, at: number): [value: number, next: number] {
  const byte = bytes[at];
  if (byte === undefined) throw new TypeError("not an engine: the module ends too early");
  if (byte < 0x80) return [byte, at + 1];
  const [rest, next] = readNumber(bytes, at + 1);
  return [(byte & 0x7f) + rest * 0x80, next];
}
