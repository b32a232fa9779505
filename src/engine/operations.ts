import type { CustomResourceDefinition, QuotaRequest, QuotaUse, Review } from "apiserver-wasm";
import { EngineError } from "go-wasm-host";
import { SchemaLocationError } from "kubeconform-wasm";
import type { Decoded, ValidationResult } from "kubeconform-wasm";
import { recorded } from "../tree/index.ts";
import type { Trees } from "../tree/index.ts";
import { createInflator, distinctCharts, mountedCharts } from "./charts.ts";
import { startInstance } from "./instances.ts";
import type { Instances } from "./instances.ts";
import type { EngineName } from "./location.ts";
import type {
  GoTemplateRequest,
  GoTemplateResult,
  HelmRequest,
  HelmResult,
  KustomizeRequest,
  KustomizeResult,
  ReviewRequest,
  SchemaRequest,
} from "./requests.ts";
import type { SchemaSets } from "./schema-sets.ts";

/** `tree` is the id of a part that the worker has. */
type Over<Request> = Request & { tree: number };
type WireSchemaRequest = WithKey<SchemaRequest>;
type WithKey<Request> = Request extends unknown ? Omit<Request, "schemas"> & { schemas?: string | undefined } : never;

/** What a worker can be asked. */
export interface Operations {
  kustomize(request: Over<KustomizeRequest>): KustomizeResult;
  helm(request: Over<HelmRequest>): HelmResult;
  goTemplate(requests: readonly GoTemplateRequest[]): GoTemplateResult[];
  decode(texts: readonly string[]): Decoded[];
  validate(request: WireSchemaRequest): ValidationResult[];
  /** `definitions` is the key of an attachment. */
  review(request: Omit<ReviewRequest, "definitions"> & { definitions?: string | undefined }): Review[];
  quotas(request: QuotaRequest): QuotaUse[];
  start(name: EngineName): void;
}

/** What a worker has been sent, by key. */
export interface Attached {
  trees: Trees;
  schemaSets: SchemaSets;
  definitions: ReadonlyMap<string, readonly CustomResourceDefinition[]>;
}

export function createOperations(instances: Instances, { trees, schemaSets, definitions }: Attached): Operations {
  return {
    kustomize({ tree: id, path, loadRestrictor, options, kubeVersion, apiVersions }) {
      const tree = trees.get(id);
      const noted = recorded(tree);
      const charts = createInflator(tree, noted.tree, {
        helm: instances.helm,
        goTemplate: (template) => instances.goTemplate().render({ template, data: {} }).text,
      });
      const cluster = { ...(kubeVersion ? { kubeVersion } : {}), ...(apiVersions?.length ? { apiVersions } : {}) };
      const built = instances.kustomize().build({
        tree: noted.tree,
        path,
        options: { ...options, ...cluster },
        ...(loadRestrictor ? { loadRestrictor } : {}),
        locate: charts.locate,
        inflate: charts.inflate,
        resourcesOnly: true,
      });
      return { ...built, needs: distinctCharts([...built.needs, ...charts.needs()]), reads: noted.reads() };
    },
    helm({ tree: id, ...request }) {
      const tree = trees.get(id);
      const noted = recorded(tree);
      const dependencies = { ...mountedCharts(tree), ...request.dependencies };
      const rendered = instances.helm().template({ ...request, dependencies, tree: noted.tree });
      return { ...rendered, reads: noted.reads() };
    },
    goTemplate: (requests) =>
      instances
        .goTemplate()
        .renderAll(requests.map(templateRequest))
        .map((result) => ("text" in result ? result : { error: result.error.message, detail: result.error.detail })),
    decode: (texts) => instances.kubeconform().decodeAll(texts),
    validate({ schemas, ...request }) {
      try {
        return instances.kubeconform().validate({ ...request, locations: schemaSets.locations(schemas) });
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof SchemaLocationError)) throw error;
        throw new EngineError("invalid", error.message, { cause: error });
      }
    },
    review: ({ items, definitions: key = "", admission }) =>
      instances.apiserver().review(items, definitions.get(key), admission),
    quotas: (request) => instances.apiserver().quotas(request),
    start: (name) => startInstance(name, instances),
  };
}

function templateRequest({ template, data, missingKey }: GoTemplateRequest) {
  const options = missingKey === "" ? [] : [`missingkey=${missingKey}`];
  return { template, data: typeof data === "object" && data !== null ? data : {}, options };
}
