export type Status = "statusValid" | "statusInvalid" | "statusError" | "statusSkipped" | "statusEmpty";

export interface ValidationResult {
  /** Counts from 0 within the stream, or the resources; the items of a List share theirs. */
  document: number;
  /** Where the document's content starts in the stream, from 1; absent when resources were given. */
  line?: number;
  kind: string;
  /** `{{ generateName }}` marks a name that the API server will complete. */
  name: string;
  namespace?: string;
  /** The resource's apiVersion. */
  version: string;
  status: Status;
  /** kubeconform's own words for Invalid and Error. */
  msg?: string;
  /** kubeconform's own list, which stops at the first level of a resource. */
  validationErrors?: { path: string; msg: string }[];
  /** Every single thing that is wrong with an invalid resource, outer fields first. */
  problems?: Problem[];
}

export interface Problem {
  /** Field names and list indexes from the resource's root. */
  path: string[];
  /** `unknown-field`, `required`, or the schema keyword that failed: `type`, `enum`, `pattern`, …. */
  rule: string;
  message: string;
}

export interface Summary {
  valid: number;
  invalid: number;
  errors: number;
  skipped: number;
}

export function summary(results: readonly ValidationResult[]): Summary {
  const count = (status: Status) => results.filter((result) => result.status === status).length;
  return {
    valid: count("statusValid"),
    invalid: count("statusInvalid"),
    errors: count("statusError"),
    skipped: count("statusSkipped"),
  };
}

/** What the kubeconform command would exit with. */
export function exitCode(results: readonly ValidationResult[]): 0 | 1 {
  return results.some(({ status }) => status === "statusInvalid" || status === "statusError") ? 1 : 0;
}
