export { EngineError } from "go-wasm-host";
export type { EngineErrorCode } from "go-wasm-host";
export { GoTemplateError } from "./error.ts";
export { compileGoTemplate, createGoTemplate } from "./gotemplate.ts";
export type { GoTemplate, GoTemplateOptions, GoTemplateRequest } from "./gotemplate.ts";
