import { parentPort, workerData } from "node:worker_threads";
import type { CustomResourceDefinition } from "apiserver-wasm";
import { createTrees } from "../tree/index.ts";
import { describeFailure } from "./failure.ts";
import { createInstances, EngineWanted } from "./instances.ts";
import { createOperations } from "./operations.ts";
import type { FromWorker, ToWorker, WorkerSettings } from "./protocol.ts";
import { createSchemaSets } from "./schema-sets.ts";

/** The thread in which engines run: one call at a time, in the order they come. */
const { memoryLimitBytes, schemas }: WorkerSettings = workerData;
const instances = createInstances(memoryLimitBytes);
const trees = createTrees();
const schemaSets = createSchemaSets(new URL(schemas), trees);
const definitions = new Map<string, readonly CustomResourceDefinition[]>();
const operations = new Map<string, (request: never) => unknown>(
  Object.entries(createOperations(instances, { trees, schemaSets, definitions })),
);

parentPort?.on("message", (message: ToWorker) => {
  void answer(message).then((reply) => parentPort?.postMessage(reply, []));
});

async function answer({ operation, request, modules, attachments }: ToWorker): Promise<FromWorker> {
  try {
    for (const [name, module] of modules) await instances.give(name, module);
    for (const each of attachments) {
      if ("part" in each) trees.add(each.part);
      else if ("schemas" in each) schemaSets.add(each.key, each.schemas);
      else definitions.set(each.key, each.definitions);
    }
    const run = operations.get(operation);
    if (!run) throw new TypeError(`there is no operation "${operation}"`);
    return { response: run(request) as never };
  } catch (error) {
    return error instanceof EngineWanted ? { wants: error.engine } : { failure: describeFailure(error) };
  }
}
