import type { Finding } from "../../model/finding.ts";
import type { Platform } from "../platform.ts";
import { about, containersNamed, ownWorkloads } from "./workloads.ts";

/** What runs until it is stopped. Pods that end need no probe. */
const lasting: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "Rollout",
]);
const probes = ["readinessProbe", "livenessProbe", "startupProbe"];

/** Workloads in which no container has a probe: one that has is enough, for the others may be its helpers. */
export function checkProbes(platform: Platform): Finding[] {
  return ownWorkloads(platform).flatMap((workload) => {
    const { resource, spec, path, containers, running } = workload;
    const [first] = containers;
    const asked = running.some(({ value }) => probes.some((probe) => (value[probe] ?? null) !== null));
    // Readiness may also be what a controller sets as a condition of the pod.
    if (!lasting.has(resource.id.kind) || asked || first === undefined || Array.isArray(spec["readinessGates"]))
      return [];
    return [
      about("policy/probes", platform, workload, {
        says: `${containersNamed(containers)} ${containers.length === 1 ? "has" : "have"} neither a readiness nor a liveness probe`,
        path: `${path}.containers`,
        place: `${first.path}.name`,
        hint: "Give it a readinessProbe, so that it gets requests when it can answer them; a livenessProbe restarts what hangs.",
      }),
    ];
  });
}
