export { openCache } from "./cache/cache.ts";
export type { Cache } from "./cache/cache.ts";
export { buildStamp } from "./cache/stamp.ts";
export { openEngines } from "./engines.ts";
export type { Engines } from "./engines.ts";
export { locate } from "./location.ts";
export type { AdmissionPolicies, HelmRequest, KustomizeRequest, Review, ReviewItem, SchemaSet } from "./requests.ts";
