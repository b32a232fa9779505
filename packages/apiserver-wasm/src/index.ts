export { EngineError } from "go-wasm-host";
export type { EngineErrorCode } from "go-wasm-host";
export { compileApiserver, createApiserver } from "./apiserver.ts";
export type { Apiserver, ApiserverOptions, ServedKind } from "./apiserver.ts";
export type { CustomResourceDefinition, Definitions } from "./definitions.ts";
export type { QuotaRequest, QuotaShare, QuotaUse } from "./quota.ts";
export type { AdmissionPolicies, Apply, Manifest, NamespaceContext, ReviewItem } from "./request.ts";
export type { LimitViolation, PodSecurityViolation, Review, ReviewError, UnknownField, Verdict } from "./review.ts";
