import type { Worker } from "node:worker_threads";
import { describeFailure } from "./failure.ts";
import type { EngineName } from "./location.ts";
import type { FromWorker } from "./protocol.ts";
import type { Call } from "./queue.ts";

export type Ending = FromWorker | { died: Error };

/** One worker thread and what it has been given. It runs one call at a time. */
export interface Slot {
  readonly engines: ReadonlySet<EngineName>;
  readonly busy: boolean;
  /** Runs a call; settles once, with the worker's answer or its death. `onSent` is told when the engines' modules are there. */
  run(call: Call, module: (name: EngineName) => Promise<WebAssembly.Module>, onSent: () => void): Promise<Ending>;
  stop(): Promise<void>;
}

/** The thread keeps the process alive only while it works. */
export function openSlot(worker: Worker): Slot {
  const engines = new Set<EngineName>();
  const sent = new Set<string>();
  let settle: ((ending: Ending) => void) | undefined;
  let dead: Error | undefined;

  const end = (ending: Ending) => {
    worker.unref();
    settle?.(ending);
    settle = undefined;
  };
  const die = (error: Error) => {
    dead ??= error;
    end({ died: dead });
  };
  worker.unref();
  worker.on("message", (answer: FromWorker) => end(answer));
  worker.on("messageerror", die);
  worker.on("error", (error) => die(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", (code) => die(new Error(`the worker ended with exit code ${code}`)));

  return {
    engines,
    get busy() {
      return settle !== undefined;
    },
    run(call, module, onSent) {
      return new Promise((resolve) => {
        settle = resolve;
        worker.ref();
        if (dead) return end({ died: dead });
        const names = call.engines.filter((name) => !engines.has(name));
        const send = async (): Promise<void> => {
          const modules = await Promise.all(names.map(async (name) => [name, await module(name)] as const));
          if (settle !== resolve) return;
          const attachments = call.attachments.filter(({ key }) => !sent.has(key));
          for (const { key } of attachments) sent.add(key);
          const { operation, request } = call;
          worker.postMessage({ operation, request, modules, attachments }, []);
          onSent();
        };
        send().catch((error: unknown) => {
          for (const name of names) engines.delete(name);
          if (settle === resolve) end({ failure: describeFailure(error) });
        });
        for (const name of names) engines.add(name);
      });
    },
    async stop() {
      worker.unref();
      await worker.terminate();
    },
  };
}
