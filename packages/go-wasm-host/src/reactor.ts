import { EngineError } from "./error.ts";
import { instantiate, start } from "./instance.ts";
import type { Instance, InstanceOptions } from "./instance.ts";
import { Trap } from "./protocol.ts";
import type { HostCalls } from "./protocol.ts";
import { emptyTree, recordReads } from "./tree.ts";
import type { FileTree, Read } from "./tree.ts";
import { explainTrap } from "./trap.ts";

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

/** Later than on the clock of any snapshot, in milliseconds: time never runs backwards for an engine. */
export const earliestTime = 1000;

export const defaults: InstanceOptions = {
  memoryLimitBytes: 1024 ** 3,
  // Engines live for a few calls, so the collector may be lazier than Go's default of 100; beyond 200 a growing memory costs more than
  // collecting does.
  growthPercent: 200,
  hostCalls: {},
  wallClock: Date.UTC(2024, 0, 1),
  monotonicClock: () => earliestTime + performance.now(),
};

/** Calls to one reactor run on one instance, one after another; after a crash the next call gets a fresh one. */
export function createReactor(module: WebAssembly.Module, options: ReactorOptions = {}): Reactor {
  const complete = { ...defaults, ...options };
  return reactorOver(() => instantiate(module, complete), complete.memoryLimitBytes);
}

export function reactorOver(make: () => Instance, memoryLimitBytes: number): Reactor {
  let instance: Instance | undefined;
  let busy = false;
  return {
    call(operation, request, tree = emptyTree) {
      if (busy) throw new TypeError("a reactor runs one call at a time: use another reactor inside a host call");
      busy = true;
      const recorded = recordReads(tree);
      try {
        instance ??= make();
        start(instance);
        const response = instance.conversation.run(instance.engine, operation, request, recorded.tree);
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
