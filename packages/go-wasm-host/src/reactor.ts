import { EngineError } from "./error.ts";
import { memoryImport, minimumPages, pageBytes } from "./memory.ts";
import { createConversation, moduleName, Trap, trapping } from "./protocol.ts";
import type { Conversation, Exports, HostCalls } from "./protocol.ts";
import { emptyTree, recordReads } from "./tree.ts";
import type { FileTree, Read } from "./tree.ts";
import { explainTrap } from "./trap.ts";
import { createWasi, unsupported } from "./wasi.ts";
import type { Wasi } from "./wasi.ts";

export interface ReactorOptions {
  /** The most memory one instance may use, in bytes; 1 GiB unless told. */
  memoryLimitBytes?: number;
  /** Functions the engine may call back. */
  hostCalls?: HostCalls;
  /** What the engine's wall clock always says, in milliseconds since 1970; 2024-01-01 unless told. */
  wallClock?: number;
}

export interface Reactor {
  /**
   * Runs an operation on JSON. `response` is what the engine's Go function returned; engine and caller ship together, so its shape
   * is a matter between them. Throws EngineError, or whatever the tree or a host call threw.
   */
  call<T>(operation: string, request: unknown, tree?: FileTree): { response: T; reads: Read[] };
}

interface Instance {
  exports: Exports;
  conversation: Conversation;
  wasi: Wasi;
  started: boolean;
}

/** Calls to one reactor run on one instance, one after another; after a crash the next call gets a fresh one. */
export function createReactor(module: WebAssembly.Module, options: ReactorOptions = {}): Reactor {
  const { memoryLimitBytes = 1024 ** 3, hostCalls = {}, wallClock = Date.UTC(2024, 0, 1) } = options;
  let instance: Instance | undefined;
  let busy = false;
  return {
    call(operation, request, tree = emptyTree) {
      if (busy) throw new TypeError("a reactor runs one call at a time: use another reactor inside a host call");
      busy = true;
      const recorded = recordReads(tree);
      try {
        instance ??= instantiate(module, { memoryLimitBytes, hostCalls, wallClock });
        start(instance);
        const response = instance.conversation.run(instance.exports, operation, request, recorded.tree);
        return { response: response as never, reads: recorded.reads };
      } catch (thrown) {
        const error =
          thrown instanceof Trap ? explainTrap(thrown, instance?.wasi.output() ?? "", memoryLimitBytes) : thrown;
        if (thrown instanceof Trap || (error instanceof EngineError && error.code === "crashed")) instance = undefined;
        throw error;
      } finally {
        busy = false;
      }
    },
  };
}

function instantiate(module: WebAssembly.Module, options: Required<ReactorOptions>): Instance {
  const { memoryLimitBytes, hostCalls, wallClock } = options;
  const minimum = minimumPages(module);
  const maximum = Math.max(minimum, Math.min(65_536, Math.floor(memoryLimitBytes / pageBytes)));
  const memory = new WebAssembly.Memory({ initial: minimum, maximum });
  const environment = collectorSettings(memoryLimitBytes);
  const wasi = createWasi({ wallClock, monotonicClock: () => performance.now(), environment, memory });
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
  return { exports: engine, conversation, wasi, started: false };
}

function start(instance: Instance): void {
  if (!instance.started) trapping(() => instance.exports.initialize());
  instance.started = true;
  // After the start, which draws random bytes of its own: the first call must not differ from the later ones.
  instance.wasi.reseed();
}

/**
 * Engines live for a few calls, so the collector may be lazier than Go's default of 100; beyond 200 a growing memory costs
 * more than collecting does. When the limit comes near, it works as hard as it can before the program runs out.
 */
function collectorSettings(memoryLimitBytes: number): Record<string, string> {
  return { GOGC: "200", GOMEMLIMIT: String(Math.floor(memoryLimitBytes * 0.8)) };
}

function exported(exports: WebAssembly.Exports, name: string): (...args: number[]) => number {
  const found = exports[name];
  if (typeof found !== "function") throw new TypeError(`not an engine: the module does not export ${name}`);
  return (...args) => Number(found(...args));
}
