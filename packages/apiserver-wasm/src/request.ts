/** A parsed manifest, or its exact JSON text, which keeps duplicate fields and integers beyond 2^53. */
export type Manifest = Readonly<Record<string, unknown>> | string;

/**
 * How the object gets to the API server. `client` is `kubectl apply`, which merges three ways and keeps the manifest in an annotation;
 * `server` merges the same without the annotation; `replace` puts the manifest in the place of the old object.
 */
export type Apply = "client" | "server" | "replace";

/** What admission knows about a namespace. */
export interface NamespaceContext {
  /** Where a namespaced object goes that does not say; "default" unless told. */
  name?: string | undefined;
  /** Levels of Pod Security are labels. */
  labels?: Readonly<Record<string, string>> | undefined;
  /** LimitRanges in the namespace. */
  limitRanges?: readonly Manifest[];
}

export interface ReviewItem {
  object: Manifest;
  /** The manifest applied before: the review is then of an update. */
  oldObject?: Manifest | undefined;
  namespace?: NamespaceContext | undefined;
  /** `client` unless told. */
  apply?: Apply;
  /** Also give the object as the API server would store it. */
  defaulted?: boolean;
}

/** The ValidatingAdmissionPolicies of a cluster. A binding's `paramRef` is looked up in `parameters`. */
export interface AdmissionPolicies {
  policies?: readonly Manifest[];
  bindings?: readonly Manifest[];
  parameters?: readonly Manifest[];
}
