import type { Worker } from "node:worker_threads";
import { EngineError } from "go-wasm-host";
import { failureError } from "./failure.ts";
import type { EngineName } from "./location.ts";
import { createQueue } from "./queue.ts";
import type { Call } from "./queue.ts";
import type { Attachment } from "./protocol.ts";
import { openSlot } from "./slot.ts";
import type { Ending, Slot } from "./slot.ts";
import { createWorkload } from "./workload.ts";

export interface PoolOptions {
  workers: number;
  /** The longest a call may take in its thread; starting the thread and the engine counts, compiling the engine does not. */
  timeoutMs: number;
  spawn: () => Worker;
  module: (name: EngineName) => Promise<WebAssembly.Module>;
  /** A monotonic clock in milliseconds. */
  now: () => number;
}

interface PoolCall {
  operation: string;
  engine: EngineName;
  request: unknown;
  attachments?: readonly Attachment[] | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Runs calls on a few threads. A call that takes too long, or that is cancelled while it runs, costs its thread: synchronous code can be
 * stopped in no other way. The thread is replaced when there is work for one more, and no other call notices.
 */
export interface Pool {
  run<Response>(call: PoolCall): Promise<Response>;
  close(): Promise<void>;
}

export function openPool(options: PoolOptions): Pool {
  const queue = createQueue();
  const workload = createWorkload();
  const slots = new Set<Slot>();
  const running = new Map<Call, Slot>();
  const stopping = new Set<Promise<void>>();
  let closed = false;

  const discard = (slot: Slot) => {
    slots.delete(slot);
    const stopped = slot.stop().finally(() => stopping.delete(stopped));
    stopping.add(stopped);
  };

  /** Gives waiting calls to idle threads, those that have the engine first. */
  const schedule = (): void => {
    if (closed) return;
    for (const engine of queue.engines()) {
      const having = [...slots].filter((slot) => slot.engines.has(engine));
      const idle = having.find((slot) => !slot.busy) ?? newcomer(engine, having.length);
      const call = idle && queue.take(engine);
      if (!call) continue;
      void assign(idle, call);
      return schedule();
    }
  };

  const newcomer = (engine: EngineName, having: number): Slot | undefined => {
    if (having > 0 && !workload.worthAnother(engine, queue.waiting(engine))) return undefined;
    const idle = [...slots].find((slot) => !slot.busy);
    if (idle || slots.size >= options.workers) return idle;
    const slot = openSlot(options.spawn());
    slots.add(slot);
    return slot;
  };

  const assign = async (slot: Slot, call: Call): Promise<void> => {
    const instance = call.engines.every((name) => slot.engines.has(name)) ? "used" : "new";
    let started = options.now();
    let timer: NodeJS.Timeout | undefined;
    running.set(call, slot);
    const ending = await slot.run(call, options.module, () => {
      started = options.now();
      timer = setTimeout(() => {
        discard(slot);
        call.fail(tooLong(options.timeoutMs));
      }, options.timeoutMs);
    });
    clearTimeout(timer);
    running.delete(call);
    const [engine] = call.engines;
    if (engine && "response" in ending) workload.note(engine, options.now() - started, instance);
    finish(slot, call, ending);
    schedule();
  };
  const finish = (slot: Slot, call: Call, ending: Ending): void => {
    if (!slots.has(slot)) return; // stopped on purpose: the call has been told why
    if ("response" in ending) call.succeed(ending.response);
    else if ("failure" in ending) call.fail(failureError(ending.failure));
    else if ("wants" in ending) {
      call.engines = [...call.engines, ending.wants];
      queue.putBack(call);
    } else {
      discard(slot);
      call.fail(died(ending.died));
    }
  };

  return {
    run({ operation, engine, request, attachments = [], signal }) {
      return new Promise((succeed, fail) => {
        if (closed) return fail(new EngineError("crashed", "the engines are closed"));
        if (signal?.aborted) return fail(signal.reason);
        const cancel = () => {
          queue.remove(call);
          const slot = running.get(call);
          if (slot) discard(slot);
          fail(signal?.reason);
          schedule();
        };
        signal?.addEventListener("abort", cancel, { once: true });
        const done = () => signal?.removeEventListener("abort", cancel);
        const call: Call = {
          operation,
          request,
          attachments,
          engines: [engine],
          succeed: (response) => (done(), succeed(response)),
          fail: (error) => (done(), fail(error)),
        };
        queue.add(call);
        schedule();
      });
    },
    async close() {
      closed = true;
      const gone = new EngineError("crashed", "the engines were closed before the call was done");
      for (const call of [...queue.clear(), ...running.keys()]) call.fail(gone);
      for (const slot of slots) discard(slot);
      await Promise.all(stopping);
    },
  };
}

function tooLong(timeoutMs: number): EngineError {
  return new EngineError("limit", `rendering took longer than the ${timeoutMs / 1000} s that one call may take`);
}

function died(cause: Error): EngineError {
  if ("code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY") {
    return new EngineError("limit", "rendering needed more memory than it may use", { detail: cause.message, cause });
  }
  return new EngineError("crashed", `the engine's thread ended unexpectedly: ${cause.message}`, { cause });
}
