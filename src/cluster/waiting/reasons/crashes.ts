import { isObject } from "../../../gitops/json.ts";
import type { JsonObject } from "../../../model/resource.ts";
import type { ContainerStatus } from "./container-status.ts";
import type { Reason } from "./reason.ts";

/** What is known of a pod besides its containers. */
export interface PodNews {
  /** Oldest first. */
  warnings: readonly JsonObject[];
  /** When its Ready condition last changed; RFC 3339, in UTC. */
  unreadySince: string | undefined;
}

/** Why a container ends again and again; absent for one that does not. */
export function crashOf(
  container: ContainerStatus,
  news: PodNews,
): { cause: Reason["cause"]; message: string } | undefined {
  const { name, ready, restartCount, state, lastState } = container;
  const ended = state.terminated ?? lastState.terminated;
  const isOut = ended?.reason === "OOMKilled";
  const isDown = state.waiting?.reason === "CrashLoopBackOff";
  if (!isDown && (ready || !(isOut || isLooping(container, news)))) return undefined;
  const restarts = `${times(restartCount)} restarted`;
  if (isOut)
    return { cause: "crash", message: `${name} was killed because it used more memory than its limit, ${restarts}` };
  const probe = wasStopped(ended?.exitCode) ? probeThatKills(name, news.warnings) : undefined;
  if (probe !== undefined) return { cause: "probe", message: `${name} ${restarts}: ${probe}` };
  return { cause: "crash", message: `${name} ends with exit code ${ended?.exitCode ?? "unknown"}, ${restarts}` };
}

/**
 * Restarted more than once and not ready since: running for the moment is no sign of getting better. "Unknown" is how
 * containers ended that a reboot took down.
 */
const isLooping = ({ restartCount, state, lastState }: ContainerStatus, { unreadySince }: PodNews): boolean =>
  restartCount >= 2 &&
  lastState.terminated !== undefined &&
  lastState.terminated.reason !== "Unknown" &&
  (unreadySince ?? "") <= (state.running?.startedAt ?? "");

/** Ended well, or by SIGKILL or SIGTERM, as a container does that the kubelet ends; a crash of its own has another code. */
const wasStopped = (exitCode: number | undefined): boolean => [0, 137, 143].includes(exitCode ?? NaN);

/** What the kubelet said of the probe for whose failure it restarts the container. */
function probeThatKills(container: string, warnings: readonly JsonObject[]): string | undefined {
  const event = warnings.findLast(
    ({ reason, message, involvedObject }) =>
      reason === "Unhealthy" &&
      /^(?:Liveness|Startup) probe /.test(String(message)) &&
      // The kubelet writes `spec.containers{name}`.
      isObject(involvedObject) &&
      String(involvedObject["fieldPath"]).endsWith(`{${container}}`),
  );
  return event && String(event["message"]).trim();
}

const times = (count: number): string => (count < 3 ? (["never", "once", "twice"][count] ?? "") : `${count} times`);
