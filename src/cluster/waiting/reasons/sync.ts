import type { LiveApplication } from "../application.ts";
import type { Reason } from "./reason.ts";

/** Argo CD's own parts not answering each other, which passes. */
const passing =
  /connection refused|connection reset|code = Unavailable|deadline exceeded|DeadlineExceeded|i\/o timeout|no such host|TLS handshake|EOF$|error getting cached app|transport is closing|context canceled|failed to sync cluster/i;

/** Conditions of an Application that keep it from being synced: https://argo-cd.readthedocs.io/en/stable/operator-manual/ */
const conditionCauses: Readonly<Record<string, Reason["cause"]>> = {
  ComparisonError: "comparison",
  InvalidSpecError: "refused",
  SyncError: "sync",
  UnknownError: "sync",
  DeletionError: "sync",
};

/** What Argo CD itself says keeps an Application from being synced. */
export function syncReasons(application: LiveApplication): Reason[] {
  const { status } = application;
  const said = status.conditions.flatMap(({ type, message }): Reason[] => {
    const cause = conditionCauses[type];
    if (cause === undefined) return [];
    return [{ cause, message: `${type}: ${tidy(message)}`, hope: passing.test(message) ? "good" : "none" }];
  });
  if (status.reconciledAt === undefined && said.length === 0) {
    return [{ cause: "comparison", message: "Argo CD has not looked at it yet", hope: "good" }];
  }
  const operated = operationReasons(application);
  // The condition quotes the operation.
  const kept = operated.length > 0 ? said.filter(({ cause }) => cause !== "sync") : said;
  return [...kept, ...operated, ...manualReasons(application)];
}

function operationReasons({ status, ...application }: LiveApplication): Reason[] {
  const state = status.operationState;
  if (state === undefined || status.sync.status === "Synced") return [];
  const isOver = state.phase === "Failed" || state.phase === "Error";
  const isRetrying = state.phase === "Running" && state.retryCount > 0;
  if (!isOver && !isRetrying) return [];
  // A sync that has failed for good is not tried again at the same revision.
  const hope = isOver && application.operation === undefined && !passing.test(state.message) ? "none" : "good";
  const results = state.syncResult?.resources ?? [];
  const failed = results.filter(({ status: synced, hookPhase }) => synced === "SyncFailed" || isFailure(hookPhase));
  const attempts = state.retryCount === 0 ? "" : ` (attempt ${state.retryCount + 1})`;
  if (failed.length === 0)
    return [{ cause: "sync", message: `the sync failed${attempts}: ${tidy(state.message)}`, hope }];
  return failed.map(({ kind, namespace, name, message, hookType, hookPhase }): Reason => {
    const resource = `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
    const isHook = isFailure(hookPhase);
    const what = isHook ? `${hookType ?? "hook"} hook failed` : "is refused";
    return { cause: isHook ? "hook" : "sync", resource, message: `${what}${attempts}: ${tidy(message)}`, hope };
  });
}

const isFailure = (phase: string | undefined): boolean => phase === "Failed" || phase === "Error";

/** Nobody syncs an Application without automated sync. */
function manualReasons({ spec, status, operation }: LiveApplication): Reason[] {
  const isManual = spec.syncPolicy?.automated === undefined || spec.syncPolicy.automated === null;
  if (!isManual || status.sync.status !== "OutOfSync" || operation !== undefined) return [];
  const message = "has changes and no automated sync, so it waits for a person";
  return [{ cause: "manual", message, hope: "little" }];
}

/** Without the wrapping of remote calls and the longer arguments, which say nothing about the mistake. */
export const tidy = (message: string): string =>
  message
    .replaceAll(/rpc error: code = \w+ desc = /g, "")
    // Argo CD passes every API of the cluster to Helm, by name.
    .replaceAll(/ --(?:helm-)?api-versions \S+/g, "")
    .replaceAll("<path to cached source>/", "")
    .replace(/^Failed to load target state: /, "")
    .replace(/^failed to generate manifest for source \d+ of \d+: /i, "")
    .trim();
