import type { CustomResourceDefinition } from "apiserver-wasm";
import type { TreePart } from "../tree/index.ts";
import type { Failure } from "./failure.ts";
import type { EngineName } from "./location.ts";
import type { SchemaSet } from "./requests.ts";

/** Something calls refer to by key and a worker keeps: it is sent with the first call that needs it. */
export type Attachment =
  | { key: string; part: TreePart }
  | { key: string; schemas: WireSchemas }
  | { key: string; definitions: readonly CustomResourceDefinition[] };

/** `tree` is the id of a part that was sent before. */
export type WireSchemas = Omit<SchemaSet, "tree"> & { tree?: number | undefined };

/** Both ends are built together, so nobody checks the shape of a request, which is the operation's, or of a response. */
export interface ToWorker {
  operation: string;
  request: never;
  modules: [EngineName, WebAssembly.Module][];
  attachments: Attachment[];
}

/** `wants` asks for the same call again with one more engine: a kustomization's need of Helm shows only while it is built. */
export type FromWorker = { response: never } | { wants: EngineName } | { failure: Failure };

/** What a worker is started with. */
export interface WorkerSettings {
  memoryLimitBytes: number;
  /** URL of the folder of bundled schemas. */
  schemas: string;
}
