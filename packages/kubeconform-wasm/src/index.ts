export { compileKubeconform, createKubeconform, versionPattern } from "./kubeconform.ts";
export type {
  Decoded,
  DecodedDocument,
  DecodeError,
  Kubeconform,
  ValidateOptions,
  ValidateRequest,
} from "./kubeconform.ts";
export { exitCode, summary } from "./results.ts";
export type { Problem, Status, Summary, ValidationResult } from "./results.ts";
export { openSchemas } from "./open-schemas.ts";
export { Schemas } from "./schemas/schemas.ts";
export type { KindQuery } from "./schemas/schemas.ts";
export type { KindInfo } from "./schemas/layer.ts";
export { StructuralNode } from "./schemas/structure.ts";
export type { ListType } from "./schemas/structure.ts";
export { crdSchemas } from "./schemas/crd.ts";
export type { CustomKind, Scope } from "./schemas/crd.ts";
export { nearestVersion, UnknownVersionError } from "./schemas/version.ts";
export { schemaLocations } from "./locations/locations.ts";
export type { LocationOptions } from "./locations/locations.ts";
export type { SchemaDocument, SchemaLocation, SchemaQuery } from "./locations/location.ts";
export { bundledLocation, crdLocation } from "./locations/bundled.ts";
export { fileLocation } from "./locations/files.ts";
export type { ReadFile } from "./locations/files.ts";
export { fetchSchemas, httpLocation, isHttp } from "./locations/http.ts";
export type { Fetch, FetchedSchema, FetchedSchemas } from "./locations/http.ts";
export { parseTemplate, SchemaLocationError } from "./locations/template.ts";
export type { Json, JsonObject } from "./json.ts";
