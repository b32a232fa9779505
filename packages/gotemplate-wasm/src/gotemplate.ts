import { compileEngine, createReactor } from "go-wasm-host";
import { GoTemplateError } from "./error.ts";

// Kept in a variable, because a bundler takes `new URL("…", import.meta.url)` for an asset that it should copy.
const here = import.meta.url;

export interface GoTemplateRequest {
  template: string;
  /** What `.` is: the generator's parameters. Numbers arrive as Go's float64, as they do in Argo CD. */
  data: object;
  /** `goTemplateOptions`, such as `missingkey=error`. */
  options?: readonly string[];
}

export interface GoTemplate {
  /** Throws GoTemplateError. The same request always gives the same text: random values and dates are fixed. */
  render(request: GoTemplateRequest): { text: string };
  /** Many templates in one call, much cheaper than one by one; a template that fails does not stop the others. */
  renderAll(requests: readonly GoTemplateRequest[]): ({ text: string } | { error: GoTemplateError })[];
}

export interface GoTemplateOptions {
  /** The compiled engine, to share it between workers; compiled from the package's own file unless given. */
  module?: WebAssembly.Module;
  /** 1 GiB unless told. */
  memoryLimitBytes?: number;
}

/** Decompresses and compiles the engine: do it once, and post the module to workers. */
export function compileGoTemplate(): Promise<WebAssembly.Module> {
  return compileEngine(new URL("../gotemplate-wasm.wasm.zst", here));
}

export async function createGoTemplate(options: GoTemplateOptions = {}): Promise<GoTemplate> {
  const { module = await compileGoTemplate(), ...limits } = options;
  const reactor = createReactor(module, limits);
  const renderAll: GoTemplate["renderAll"] = (requests) => {
    if (requests.length === 0) return [];
    const { response } = reactor.call<{ text: string; failure?: string }[]>("renderAll", wireRequest(requests));
    return response.map(({ text, failure }) =>
      failure === undefined ? { text } : { error: new GoTemplateError(failure) },
    );
  };
  return {
    renderAll,
    render(request) {
      const [result] = renderAll([request]);
      if (!result || "error" in result) throw result?.error ?? new TypeError("the engine gave no result");
      return result;
    },
  };
}

/** Sends each set of parameters once, however many templates it is for. */
function wireRequest(requests: readonly GoTemplateRequest[]): object {
  const indexes = new Map<object, number>();
  const templates = requests.map(({ template, data, options = [] }) => {
    if (!indexes.has(data)) indexes.set(data, indexes.size);
    return { text: template, data: indexes.get(data), options };
  });
  return { data: [...indexes.keys()], templates };
}
