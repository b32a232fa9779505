import type { Manifest } from "./request.ts";

export interface QuotaRequest {
  quotas: readonly Manifest[];
  /** Everything that is to be in the namespace. */
  objects: readonly Manifest[];
  /** Their defaults are what pods take that don't say. */
  limitRanges?: readonly Manifest[];
}

/** What one object takes, as a Kubernetes quantity. */
export interface QuotaShare {
  kind: string;
  name: string;
  used: string;
}

/**
 * One limit of one ResourceQuota. Workloads count with all their pods and claims (a DaemonSet with one pod, a CronJob with one run); what
 * controllers make else, such as ReplicaSets, is not counted.
 */
export interface QuotaUse {
  quota: string;
  /** As in `spec.hard`: `requests.cpu`, `pods`, `count/deployments.apps`. */
  resource: string;
  /** Quantities. */
  hard: string;
  used: string;
  exceeded: boolean;
  by: QuotaShare[];
  /** Whose pods the API server refuses, because a quota on CPU or memory wants each of them to say how much it takes. */
  silent: QuotaShare[];
}
