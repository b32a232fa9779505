import { exported, instantiate, startedSection } from "./instance.ts";
import { importMemory, pageBytes } from "./memory.ts";
import { integer, joined, name, number, readModule, readNumber, sections, writeModule } from "./module.ts";
import type { Section } from "./module.ts";
import { defaults, earliestTime, reactorOver } from "./reactor.ts";
import type { HostCalls } from "./protocol.ts";
import { memoryTree } from "./testing/memory-tree.ts";

/** A call that has an engine load what it loads once and every call needs. */
export interface WarmUpCall {
  operation: string;
  request: unknown;
  /** The tree it sees: texts by path. */
  files: Readonly<Record<string, string>>;
}

export interface WarmUp {
  calls: readonly WarmUpCall[];
  /** What the engine may call back meanwhile. */
  hostCalls?: HostCalls;
}

/** What has been collected stays in the memory's bytes, and so in the module: the less room garbage has, the smaller an engine. */
const whileWarmingUp = 20;

/**
 * An engine from the module that Go's linker made, as it is after its start and some calls: Go's runtime, package variables and tables that are read at first use are in the
 * memory that it begins with. Between calls a Go reactor keeps its state in memory and in globals, which is what this moves into the
 * module; nothing else in it changes. The same module and calls give the same bytes: random bytes and both clocks are ours.
 */
export async function snapshot(wasm: Uint8Array, { calls, hostCalls = {} }: WarmUp): Promise<Uint8Array<ArrayBuffer>> {
  const found = readModule(wasm);
  const globals = readGlobals(contentOf(found, sections.global));
  const module = await WebAssembly.compile(importMemory(writeModule(withExported(found, globals.length))));
  let looks = 0;
  const instance = instantiate(module, {
    ...defaults,
    hostCalls,
    growthPercent: whileWarmingUp,
    monotonicClock: () => Math.min(++looks / 1000, earliestTime),
  });
  const reactor = reactorOver(() => instance, defaults.memoryLimitBytes);
  for (const { operation, request, files } of calls) reactor.call(operation, request, memoryTree(files));
  exported(instance.exports, "slipway_settle")(defaults.growthPercent);

  const values = globals.map((_, index) => {
    const global: unknown = instance.exports[exportName(index)];
    const value: unknown = typeof global === "object" && global !== null ? Reflect.get(global, "value") : undefined;
    if (typeof value !== "number" && typeof value !== "bigint") throw new TypeError("a global could not be read");
    return BigInt(value);
  });
  const bytes = new Uint8Array(instance.memory.buffer);
  const changed = new Map<number, Uint8Array>([
    [sections.memory, Uint8Array.from([1, 0, ...number(bytes.length / pageBytes)])],
    [sections.global, writeGlobals(globals, values)],
    [sections.data, writeData(bytes)],
  ]);
  const kept = found.filter(({ id }) => id !== sections.dataCount);
  const rewritten = kept.map(({ id, content }) => ({ id, content: changed.get(id) ?? content }));
  const mark = { id: sections.custom, content: Uint8Array.from(name(startedSection)) };
  return importMemory(writeModule([...rewritten, mark]));
}

interface GlobalType {
  /** 0x7f is i32, 0x7e is i64; Go's linker makes no others. */
  type: number;
  mutable: number;
}

const constants: Readonly<Record<number, number>> = { 0x7f: 0x41, 0x7e: 0x42 };
const end = 0x0b;
const globalKind = 3;

const exportName = (index: number): string => `slipway.global-${index}`;
const contentOf = (found: readonly Section[], wanted: number): Uint8Array =>
  found.find(({ id }) => id === wanted)?.content ?? new Uint8Array([0]);

function readGlobals(content: Uint8Array): GlobalType[] {
  const globals: GlobalType[] = [];
  let [left, at] = readNumber(content, 0);
  for (; left > 0; left -= 1) {
    const [type = 0, mutable = 0, constant] = content.subarray(at, at + 3);
    if (constant === undefined || constants[type] !== constant) {
      throw new TypeError("not an engine: a global that is no integer constant");
    }
    globals.push({ type, mutable });
    at = readNumber(content, at + 3)[1];
    if (content[at] !== end) throw new TypeError("not an engine: a global that is no constant");
    at += 1;
  }
  return globals;
}

function writeGlobals(globals: readonly GlobalType[], values: readonly bigint[]): Uint8Array {
  const each = globals.flatMap(({ type, mutable }, index) => [
    type,
    mutable,
    constants[type] ?? 0,
    ...integer(values[index] ?? 0n),
    end,
  ]);
  return Uint8Array.from([...number(globals.length), ...each]);
}

/** Go's globals are its registers, which it exports to nobody. */
function withExported(found: readonly Section[], globals: number): Section[] {
  return found.map((section) => {
    if (section.id !== sections.export) return section;
    const [count, start] = readNumber(section.content, 0);
    const added = Array.from({ length: globals }, (_, index) => [
      ...name(exportName(index)),
      globalKind,
      ...number(index),
    ]);
    const content = [
      Uint8Array.from(number(count + globals)),
      section.content.subarray(start),
      Uint8Array.from(added.flat()),
    ];
    return { id: section.id, content: joined(content) };
  });
}

/** Fewer zeroes than this, in bytes, are cheaper to write than to leave out: each segment costs an instance some time. */
const gap = 256;

/** Everything in memory that is not zero. */
function writeData(bytes: Uint8Array): Uint8Array {
  const runs = nonZeroRuns(new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
  const parts = runs.flatMap(([from, to]) => [
    Uint8Array.from([0, constants[0x7f] ?? 0, ...integer(BigInt(from)), end, ...number(to - from)]),
    bytes.subarray(from, to),
  ]);
  return joined([Uint8Array.from(number(runs.length)), ...parts]);
}

function nonZeroRuns(words: Uint32Array): [from: number, to: number][] {
  const runs: [number, number][] = [];
  let last: [number, number] | undefined;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === 0) continue;
    const [from, to] = [at * 4, at * 4 + 4];
    if (last && from - last[1] < gap) last[1] = to;
    else runs.push((last = [from, to]));
  }
  return runs;
}
