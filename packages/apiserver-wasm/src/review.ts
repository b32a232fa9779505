/** `unknown`: neither the API server nor a definition serves the kind, or (with `message`) the engine could not bear the object. */
export type Verdict = "accepted" | "rejected" | "unknown";

/** One cause of a rejection. */
export interface ReviewError {
  /**
   * The reason as the API server's status has it: FieldValueInvalid, FieldValueRequired, FieldValueNotSupported, FieldValueForbidden, …;
   * UnknownField or DuplicateField from strict decoding; else the whole status's reason, such as BadRequest or Forbidden.
   */
  type: string;
  /** As the API server writes paths: `spec.template.spec.containers[0].image`, `metadata.labels`; "" for the whole object. */
  field: string;
  detail: string;
  /** Where a value of the wrong JSON type is, without indexes (`spec.containers.image`): the API server names no field then. */
  near?: string;
  badValue?: string | number | boolean;
  /** The cause in the API server's words. */
  message: string;
}

export interface UnknownField {
  field: string;
  /** The known field that is most like it. */
  closest?: string;
}

/** What one of a namespace's Pod Security levels says about a pod, or about the pods of a workload. */
export interface PodSecurityViolation {
  mode: "enforce" | "audit" | "warn";
  level: string;
  version: string;
  detail: string;
}

/** What a LimitRange says against the pods of a workload. Pods and claims are rejected; workloads are not, only their pods will be. */
export interface LimitViolation {
  limitRange: string;
  detail: string;
}

export interface Review {
  verdict: Verdict;
  /** Absent for an unknown kind. An object whose old manifest would be rejected too is reviewed as new. */
  reviewedAs?: "create" | "update";
  /** The status of a rejection, as kubectl would print it. */
  message?: string;
  reason?: string;
  code?: number;
  errors: ReviewError[];
  /** What the API server warns of. */
  warnings: string[];
  /** Fields that strict validation refuses, and that are dropped without it. */
  unknownFields: UnknownField[];
  podSecurity: PodSecurityViolation[];
  limits: LimitViolation[];
  defaulted?: Record<string, unknown>;
}
