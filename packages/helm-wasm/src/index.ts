export { EngineError } from "go-wasm-host";
export type { DirEntry, EngineErrorCode, FileTree, Read } from "go-wasm-host";
export { HelmError } from "./error.ts";
export type { ErrorLocation } from "./error.ts";
export { compileHelm, createHelm } from "./helm.ts";
export type { Helm, HelmOptions } from "./helm.ts";
export type { FileParameter, Parameter, TemplateRequest } from "./request.ts";
export type { ChartRef, Json, Manifest, Resource, TemplateResult } from "./result.ts";
