export { EngineError } from "go-wasm-host";
export type { DirEntry, EngineErrorCode, FileTree, Read } from "go-wasm-host";
export type { ChartRef, Charts, HelmChartRequest, HelmChartResponse } from "./chart.ts";
export { compileKustomize, createKustomize } from "./kustomize.ts";
export type { BuildRequest, BuildResult, BuiltResource, Kustomize, KustomizeSettings } from "./kustomize.ts";
export type { KustomizeOptions, KustomizePatch, KustomizeTarget } from "./options.ts";
