import { compileEngine, createReactor } from "go-wasm-host";
import type { FileTree, Read } from "go-wasm-host";
import { openCharts } from "./charts.ts";
import type { ChartRef, Charts } from "./chart.ts";
import type { KustomizeOptions } from "./options.ts";

// Kept in a variable, because a bundler takes `new URL("…", import.meta.url)` for an asset that it should copy.
const here = import.meta.url;

export interface BuildRequest {
  tree: FileTree;
  /** The directory of the kustomization, relative to the tree's root ("" is the root). */
  path: string;
  options?: KustomizeOptions;
  /** `none` is `--load-restrictor LoadRestrictionsNone`: files may lie above the kustomization, still in the tree. */
  loadRestrictor?: "rootOnly" | "none";
  /** Renders `helmCharts`, as `--enable-helm` does; without it a kustomization that has them is an error. */
  inflate?: Charts["inflate"];
  locate?: Charts["locate"];
  /** Leaves `yaml` empty: writing it takes a good part of a build with large resources. */
  resourcesOnly?: boolean;
}

export interface BuildResult {
  /** What `kustomize build` prints, byte for byte. */
  yaml: string;
  /** The same resources in the same order. */
  resources: BuiltResource[];
  /** Every file and directory the build asked for, the absent ones too. */
  reads: Read[];
  /** Charts that were not there; their entries rendered as nothing. */
  needs: ChartRef[];
}

export interface BuiltResource {
  manifest: Record<string, unknown>;
  /** The manifest's file, or the kustomization that generates it, in the tree. */
  origin?: { path: string };
}

export interface Kustomize {
  /** Throws EngineError: `invalid` or `refused` for the user's mistakes, `limit` or `crashed` for an engine that gave up. */
  build(request: BuildRequest): BuildResult;
}

export interface KustomizeSettings {
  /** The most memory a build may use, in bytes; 1 GiB unless told. */
  memoryLimitBytes?: number;
}

/** The engine as it ships with this package, compiled once; a Module can be posted to workers. */
export function compileKustomize(): Promise<WebAssembly.Module> {
  return compileEngine(new URL("../kustomize-wasm.wasm.zst", here));
}

/** One instance; builds run one after another. Give it a module to share the compiled code between workers. */
export async function createKustomize(
  module?: WebAssembly.Module,
  settings: KustomizeSettings = {},
): Promise<Kustomize> {
  const charts = openCharts();
  const reactor = createReactor(module ?? (await compileKustomize()), { ...settings, hostCalls: charts.hostCalls });
  return {
    build({ tree, path, options, loadRestrictor = "rootOnly", inflate, locate, resourcesOnly = false }) {
      const request = { path, options, loadRestrictor, enableHelm: inflate !== undefined, resourcesOnly };
      return charts.during({ inflate, locate }, () => {
        const { response, reads } = reactor.call<Omit<BuildResult, "reads">>("build", request, tree);
        return { ...response, reads };
      });
    },
  };
}
