import type { EngineName } from "./location.ts";
import type { Attachment } from "./protocol.ts";

/** A call on its way: waiting, or with a worker. */
export interface Call {
  readonly operation: string;
  readonly request: unknown;
  readonly attachments: readonly Attachment[];
  /** Engines the worker must have, the one that does the work first. */
  engines: readonly EngineName[];
  succeed(response: never): void;
  fail(error: unknown): void;
}

/** Calls in the order they came, per engine. */
export interface Queue {
  add(call: Call): void;
  /** Puts a call back before all others of its engine. */
  putBack(call: Call): void;
  remove(call: Call): void;
  waiting(engine: EngineName): number;
  /** Engines that calls wait for, the one with the oldest call first. */
  engines(): EngineName[];
  take(engine: EngineName): Call | undefined;
  clear(): Call[];
}

export function createQueue(): Queue {
  let calls: Call[] = [];
  const isFor = (engine: EngineName) => (call: Call) => call.engines[0] === engine;
  const remove = (call: Call) => {
    calls = calls.filter((other) => other !== call);
  };
  return {
    add: (call) => void calls.push(call),
    putBack: (call) => void calls.unshift(call),
    remove,
    waiting: (engine) => calls.filter(isFor(engine)).length,
    engines: () => [...new Set(calls.flatMap((call) => call.engines.slice(0, 1)))],
    take(engine) {
      const call = calls.find(isFor(engine));
      if (call) remove(call);
      return call;
    },
    clear: () => calls.splice(0),
  };
}
