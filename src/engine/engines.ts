import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CustomResourceDefinition, QuotaRequest, QuotaUse } from "apiserver-wasm";
import { compileEngine, EngineError } from "go-wasm-host";
import type { Tree } from "../tree/index.ts";
import { inBatches } from "./batches.ts";
import { preferQuickCompilation } from "./compilation.ts";
import { locate } from "./location.ts";
import type { EngineName, Location } from "./location.ts";
import type { Operations } from "./operations.ts";
import { openPool } from "./pool.ts";
import type { Attachment, WorkerSettings } from "./protocol.ts";
import type {
  Decoded,
  GoTemplateRequest,
  GoTemplateResult,
  HelmRequest,
  HelmResult,
  KustomizeRequest,
  KustomizeResult,
  Review,
  ReviewRequest,
  SchemaRequest,
  SchemaSet,
  ValidationResult,
} from "./requests.ts";

export interface EngineOptions {
  /** Threads at most; as many as the machine runs at once, up to four, unless told. */
  workers?: number;
  /** For one call, starting its thread and engine included. Default 60,000. */
  timeoutMs?: number;
  /** For one instance of one engine. Default 1 GiB. */
  memoryLimitBytes?: number;
  location?: Location;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * The engines, on threads of their own. Nothing is loaded before the first call that needs it. Calls may be made all at once; each gives its
 * package's result with the reads as ids, or throws EngineError.
 */
export interface Engines {
  kustomize(tree: Tree, request: KustomizeRequest, options?: CallOptions): Promise<KustomizeResult>;
  helm(tree: Tree, request: HelmRequest, options?: CallOptions): Promise<HelmResult>;
  goTemplate(requests: readonly GoTemplateRequest[], options?: CallOptions): Promise<GoTemplateResult[]>;
  /** Reads YAML as kubectl does, one result per text. */
  decode(texts: readonly string[], options?: CallOptions): Promise<Decoded[]>;
  validate(request: SchemaRequest, options?: CallOptions): Promise<ValidationResult[]>;
  /** The API server's verdict on each item. */
  review(request: ReviewRequest, options?: CallOptions): Promise<Review[]>;
  /** What the objects of one namespace take of its ResourceQuotas. */
  quotas(request: QuotaRequest, options?: CallOptions): Promise<QuotaUse[]>;
  /** Begins to load an engine that will be needed, while the caller is busy elsewhere. */
  load(name: EngineName): void;
  /** The same, and has a thread start it. */
  warm(name: EngineName): void;
  /** Whether a call has ended at a limit of time or memory, or in a crash: the next run may fare better. */
  troubled(): boolean;
  /** Ends all threads; calls under way fail. */
  close(): Promise<void>;
}

export function openEngines(options: EngineOptions = {}): Engines {
  const { workers = Math.min(4, availableParallelism()), timeoutMs = 60_000, memoryLimitBytes = 1024 ** 3 } = options;
  const location = options.location ?? locate();
  preferQuickCompilation();
  const modules = new Map<EngineName, Promise<WebAssembly.Module>>();
  const module = (name: EngineName) => {
    const compiled = modules.get(name) ?? compileEngine(location.engine(name));
    modules.set(name, compiled);
    return compiled;
  };
  const settings: WorkerSettings = { memoryLimitBytes, schemas: location.schemas.href };
  const spawn = () => new Worker(location.worker, { execArgv: location.execArgv, workerData: settings });
  const pool = openPool({ workers, timeoutMs, spawn, module, now: () => performance.now() });
  let troubled = false;
  const noteTrouble = (error: unknown): never => {
    troubled ||= error instanceof EngineError && (error.code === "limit" || error.code === "crashed");
    throw error;
  };
  const run = <Name extends keyof Operations>(
    operation: Name,
    engine: EngineName,
    request: Parameters<Operations[Name]>[0],
    { attachments, signal }: CallOptions & { attachments?: readonly Attachment[] } = {},
  ) => pool.run<ReturnType<Operations[Name]>>({ operation, engine, request, attachments, signal }).catch(noteTrouble);

  return {
    kustomize: (tree, request, rest) =>
      run("kustomize", "kustomize", { ...request, tree: idOf(tree) }, { ...rest, attachments: partsOf(tree) }),
    helm: (tree, request, rest) =>
      run("helm", "helm", { ...request, tree: idOf(tree) }, { ...rest, attachments: partsOf(tree) }),
    goTemplate: async (requests, rest) =>
      requests.length === 0 ? [] : run("goTemplate", "gotemplate", requests, rest),
    async decode(texts, rest) {
      const batches = inBatches(texts).map((batch) => run("decode", "kubeconform", batch, rest));
      return (await Promise.all(batches)).flat();
    },
    validate({ schemas, ...request }, rest) {
      const attached = schemas && attachSchemas(schemas);
      return run("validate", "kubeconform", { ...request, schemas: attached?.key }, { ...rest, ...attached });
    },
    review({ definitions = [], ...about }, rest) {
      const attachment = definitions.length === 0 ? undefined : attachDefinitions(definitions);
      const request = { ...about, definitions: attachment?.key };
      return run("review", "apiserver", request, { ...rest, ...(attachment && { attachments: [attachment] }) });
    },
    quotas: (request, rest) => run("quotas", "apiserver", request, rest),
    warm: (name) => void run("start", name, name).catch(() => undefined), // whoever needs the engine will see the error
    load: (name) => void module(name).catch(() => undefined), // likewise
    troubled: () => troubled,
    close: pool.close,
  };
}

const idOf = (tree: Tree): number => tree.snapshot().at(-1)?.id ?? 0;
const partsOf = (tree: Tree): Attachment[] => tree.snapshot().map((part) => ({ key: `tree ${part.id}`, part }));

const schemaKeys = new WeakMap<SchemaSet, string>();
let schemaCount = 0;

function attachSchemas(set: SchemaSet): { key: string; attachments: Attachment[] } {
  const key = schemaKeys.get(set) ?? `schemas ${++schemaCount}`;
  schemaKeys.set(set, key);
  const { tree, ...rest } = set;
  const schemas = { ...rest, ...(tree ? { tree: idOf(tree) } : {}) };
  return { key, attachments: [...(tree ? partsOf(tree) : []), { key, schemas }] };
}

const definitionKeys = new WeakMap<readonly CustomResourceDefinition[], string>();
let definitionCount = 0;

function attachDefinitions(definitions: readonly CustomResourceDefinition[]): Attachment {
  const key = definitionKeys.get(definitions) ?? `definitions ${++definitionCount}`;
  definitionKeys.set(definitions, key);
  return { key, definitions };
}
