import { memoryImport, minimumPages, pageBytes } from "./memory.ts";
import { createConversation, moduleName, trapping } from "./protocol.ts";
import type { Conversation, Exports, HostCalls } from "./protocol.ts";
import { createWasi, unsupported } from "./wasi.ts";
import type { Wasi } from "./wasi.ts";

export interface InstanceOptions {
  memoryLimitBytes: number;
  /** How much the heap may grow between collections, in percent of what is alive. */
  growthPercent: number;
  hostCalls: HostCalls;
  wallClock: number;
  /** Milliseconds from a clock that goes on. */
  monotonicClock: () => number;
}

/** One engine with a memory of its own. */
export interface Instance {
  /** What the module exports, for whoever looks below the protocol. */
  exports: WebAssembly.Exports;
  memory: WebAssembly.Memory;
  engine: Exports;
  conversation: Conversation;
  wasi: Wasi;
  started: boolean;
}

/** Marks a module whose memory begins as it was after the start and some calls (snapshot.ts). */
export const startedSection = "slipway.started";

export function instantiate(module: WebAssembly.Module, options: InstanceOptions): Instance {
  const { hostCalls, wallClock, monotonicClock, memoryLimitBytes } = options;
  const minimum = minimumPages(module);
  const maximum = Math.max(minimum, Math.min(65_536, Math.floor(memoryLimitBytes / pageBytes)));
  const memory = new WebAssembly.Memory({ initial: minimum, maximum });
  const wasi = createWasi({ wallClock, monotonicClock, environment: collectorSettings(options), memory });
  const conversation = createConversation(memory, hostCalls);

  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const offered = from === moduleName ? conversation.imports : wasi.imports;
    (imports[from] ??= {})[name] = name === memoryImport.name ? memory : (offered[name] ?? unsupported);
  }
  const { exports } = new WebAssembly.Instance(module, imports);
  const engine: Exports = {
    initialize: exported(exports, "_initialize"),
    buffer: exported(exports, "slipway_buffer"),
    call: exported(exports, "slipway_call"),
  };
  const started = WebAssembly.Module.customSections(module, startedSection).length > 0;
  return { exports, memory, engine, conversation, wasi, started };
}

/** Makes an instance ready for a call. */
export function start(instance: Instance): void {
  if (!instance.started) trapping(() => instance.engine.initialize());
  instance.started = true;
  // After the start, which draws random bytes of its own: the first call must not differ from the later ones.
  instance.wasi.reseed();
}

/** When the limit comes near, the collector works as hard as it can before the program runs out. */
function collectorSettings({ memoryLimitBytes, growthPercent }: InstanceOptions): Record<string, string> {
  return { GOGC: String(growthPercent), GOMEMLIMIT: String(Math.floor(memoryLimitBytes * 0.8)) };
}

export function exported(exports: WebAssembly.Exports, name: string): (...args: number[]) => number {
  const found = exports[name];
  if (typeof found !== "function") throw new TypeError(`not an engine: the module does not export ${name}`);
  return (...args) => Number(found(...args));
}
