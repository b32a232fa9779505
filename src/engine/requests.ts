import type { AdmissionPolicies, CustomResourceDefinition, Review, ReviewItem } from "apiserver-wasm";
import type { TemplateRequest, TemplateResult } from "helm-wasm";
import type { CustomKind, Decoded, FetchedSchemas, ValidateRequest, ValidationResult } from "kubeconform-wasm";
import type { BuildRequest, BuildResult, KustomizeOptions } from "kustomize-wasm";
import type { Reads } from "../model/rendered.ts";
import type { Tree } from "../tree/index.ts";

export interface KustomizeRequest extends Pick<BuildRequest, "path" | "loadRestrictor"> {
  options?: KustomizeOptions;
  /** What charts are told of the cluster; wins over `options`. */
  kubeVersion?: string;
  apiVersions?: readonly string[];
}
export type KustomizeResult = Recorded<BuildResult>;

/** Charts mounted in the tree serve as dependencies without being named. */
export type HelmRequest = Omit<TemplateRequest, "tree">;
export type HelmResult = Recorded<TemplateResult>;

/** The package's result, with what it depends on as ids instead of mere paths. */
type Recorded<Result> = Omit<Result, "reads"> & { reads: Reads };

export interface GoTemplateRequest {
  template: string;
  /** What `.` is; anything but an object counts as an empty one. */
  data: unknown;
  /** "error", "zero" or "default", as in `goTemplateOptions: [missingkey=error]`; empty for Go's default. */
  missingKey: string;
}
export type GoTemplateResult = { text: string } | { error: string; detail?: string | undefined };

/** Where schemas come from. Pass the same object to many calls: each worker gets it once and keeps what it compiled. */
export interface SchemaSet {
  /** `--schema-location`s in order; "default" unless told. */
  locations?: readonly string[];
  /** Kinds whose CRDs are in the repository or in rendered charts. */
  crds?: readonly CustomKind[];
  /** What URL locations answered (fetchSchemas). */
  fetched?: FetchedSchemas;
  /** The tree in which locations that are paths are looked up. */
  tree?: Tree;
}
export type SchemaRequest = WithoutLocations<ValidateRequest> & { schemas?: SchemaSet };
type WithoutLocations<Request> = Request extends unknown ? Omit<Request, "locations"> : never;

export interface ReviewRequest {
  items: readonly ReviewItem[];
  /** CustomResourceDefinitions. Pass the same array to many calls: each worker gets it once and keeps what it compiled. */
  definitions?: readonly CustomResourceDefinition[];
  admission?: AdmissionPolicies;
}

export type { AdmissionPolicies, Decoded, Review, ReviewItem, ValidationResult };
