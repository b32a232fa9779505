export { EngineError } from "go-wasm-host";
export { openEngines } from "./engines.ts";
export type { EngineOptions, Engines } from "./engines.ts";
export { engineNames, locate } from "./location.ts";
export type { EngineName, Location } from "./location.ts";
export type {
  GoTemplateRequest,
  GoTemplateResult,
  HelmRequest,
  HelmResult,
  KustomizeRequest,
  KustomizeResult,
  SchemaRequest,
  SchemaSet,
} from "./requests.ts";
