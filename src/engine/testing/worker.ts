import { parentPort, threadId } from "node:worker_threads";
import type { ToWorker } from "../protocol.ts";

/** A worker without engines that does as it is told, so that the pool's own behaviour can be tested. */
let calls = 0;

const operations: Record<string, (request: { value?: unknown; milliseconds?: number }) => unknown> = {
  echo: ({ value }) => value,
  thread: () => threadId,
  count: () => ++calls,
  sleep({ milliseconds = 0, value }) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    return value;
  },
  spin() {
    for (;;) calls++;
  },
  exit: () => process.exit(7),
  throw() {
    setImmediate(() => {
      throw new Error("thrown in nobody's hands");
    });
    throw new Stay();
  },
  eat() {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => ({ at })));
  },
};

/** No answer follows. */
class Stay extends Error {}

parentPort?.on("message", ({ operation, request, modules, attachments }: ToWorker) => {
  try {
    if (operation === "given") {
      const keys = attachments.map(({ key }) => key);
      parentPort?.postMessage({ response: { modules: modules.map(([name]) => name), keys } }, []);
    } else if (operation === "needsHelm" && !modules.some(([name]) => name === "helm") && calls++ === 0) {
      parentPort?.postMessage({ wants: "helm" }, []);
    } else if (operation === "refuse") {
      parentPort?.postMessage({ failure: { code: "refused", message: "never", detail: "in detail" } }, []);
    } else {
      parentPort?.postMessage({ response: operations[operation]?.(request) ?? null }, []);
    }
  } catch (error) {
    if (!(error instanceof Stay)) throw error;
  }
});
