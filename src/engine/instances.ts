import { createApiserver } from "apiserver-wasm";
import type { Apiserver } from "apiserver-wasm";
import { createGoTemplate } from "gotemplate-wasm";
import type { GoTemplate } from "gotemplate-wasm";
import { createHelm } from "helm-wasm";
import type { Helm } from "helm-wasm";
import { createKubeconform } from "kubeconform-wasm";
import type { Kubeconform } from "kubeconform-wasm";
import { createKustomize } from "kustomize-wasm";
import type { Kustomize } from "kustomize-wasm";
import { emptyTree } from "go-wasm-host";
import type { EngineName } from "./location.ts";

/** A call needs an engine whose module this worker does not have yet. */
export class EngineWanted extends Error {
  readonly engine: EngineName;

  constructor(engine: EngineName) {
    super(`the ${engine} engine is wanted`);
    this.engine = engine;
  }
}

/** The engines of one worker, each one instance at most, started by its first call. */
export interface Instances {
  give(name: EngineName, module: WebAssembly.Module): Promise<void>;
  kustomize(): Kustomize;
  helm(): Helm;
  kubeconform(): Kubeconform;
  goTemplate(): GoTemplate;
  apiserver(): Apiserver;
}

export function createInstances(memoryLimitBytes: number): Instances {
  let kustomize: Kustomize | undefined;
  let helm: Helm | undefined;
  let kubeconform: Kubeconform | undefined;
  let goTemplate: GoTemplate | undefined;
  let apiserver: Apiserver | undefined;
  const open: Record<EngineName, (module: WebAssembly.Module) => Promise<unknown>> = {
    kustomize: async (module) => (kustomize = await createKustomize(module, { memoryLimitBytes })),
    helm: async (module) => (helm = await createHelm({ module, memoryLimitBytes })),
    kubeconform: async (module) => (kubeconform = await createKubeconform(module)),
    gotemplate: async (module) => (goTemplate = await createGoTemplate({ module, memoryLimitBytes })),
    apiserver: async (module) => (apiserver = await createApiserver({ module, memoryLimitBytes })),
  };
  return {
    give: async (name, module) => void (await open[name](module)),
    kustomize: () => have("kustomize", kustomize),
    helm: () => have("helm", helm),
    kubeconform: () => have("kubeconform", kubeconform),
    goTemplate: () => have("gotemplate", goTemplate),
    apiserver: () => have("apiserver", apiserver),
  };
}

function have<Engine>(name: EngineName, engine: Engine | undefined): Engine {
  if (engine === undefined) throw new EngineWanted(name);
  return engine;
}

/** The cheapest call of each engine: it starts the instance. Building nothing is an error, which is what is expected. */
export function startInstance(name: EngineName, instances: Instances): void {
  const starts: Record<EngineName, () => unknown> = {
    kustomize: () => instances.kustomize().build({ tree: emptyTree, path: "" }),
    helm: () => instances.helm().template({ tree: emptyTree, chart: "none", releaseName: "none" }),
    kubeconform: () => instances.kubeconform().decode(""),
    gotemplate: () => instances.goTemplate().render({ template: "", data: {} }),
    apiserver: () => instances.apiserver().review([{ object: { apiVersion: "v1", kind: "ConfigMap" } }]),
  };
  try {
    starts[name]();
  } catch (error) {
    if (error instanceof EngineWanted) throw error;
  }
}
