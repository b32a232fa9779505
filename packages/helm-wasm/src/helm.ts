import { compileEngine, createReactor } from "go-wasm-host";
import { HelmError } from "./error.ts";
import type { ErrorLocation } from "./error.ts";
import type { TemplateRequest } from "./request.ts";
import type { TemplateResult } from "./result.ts";

// Kept in a variable, because a bundler takes `new URL("…", import.meta.url)` for an asset that it should copy.
const here = import.meta.url;

export interface Helm {
  /**
   * Renders a chart as `helm template` does. The same request over the same files gives the same result, random values
   * and dates included. Throws HelmError when the chart does not render, EngineError when it may not be tried.
   */
  template(request: TemplateRequest): TemplateResult;
}

export interface HelmOptions {
  /** The compiled engine, to share it between workers; compiled from the package's own file unless given. */
  module?: WebAssembly.Module;
  /** 1 GiB unless told. */
  memoryLimitBytes?: number;
}

type Outcome =
  | Omit<TemplateResult, "reads">
  | { failure: { message: string; detail: string; location?: ErrorLocation } };

/** Decompresses and compiles the engine: do it once, and post the module to workers. */
export function compileHelm(): Promise<WebAssembly.Module> {
  return compileEngine(new URL("../helm-wasm.wasm.zst", here));
}

export async function createHelm(options: HelmOptions = {}): Promise<Helm> {
  const { module = await compileHelm(), ...limits } = options;
  const reactor = createReactor(module, limits);
  return {
    template({ tree, ...request }) {
      const { response, reads } = reactor.call<Outcome>("template", request, tree);
      if ("failure" in response) throw new HelmError(response.failure);
      return { ...response, reads };
    },
  };
}
