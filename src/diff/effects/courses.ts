import type { JsonObject } from "../../model/resource.ts";
import { counted, type Difference, type Situation } from "./difference.ts";
import { hasReadiness } from "./downtime.ts";
import { numberAt, objectAt, textAt, valueAt } from "./json.ts";
import { type ExclusiveVolume, exclusiveVolume, podTemplate, share } from "./workload.ts";

/** What happens to the pods: how many, in which order, and whether any is left to answer meanwhile. */
export interface Course {
  message: string;
  pods?: number;
  /** Nothing answers meanwhile; `brief` where the next pod is there before the last one goes. */
  gap?: "whole" | "brief";
}

/** A workload whose pods are to be replaced. */
interface Question {
  difference: Difference;
  situation: Situation;
  before: JsonObject;
  after: JsonObject;
  /** Pods that run now. */
  replicas: number;
}

/** Kind → how its controller replaces pods. */
export const courses: Readonly<Record<string, (question: Question) => Course>> = {
  "apps/Deployment": deployment,
  "apps/StatefulSet": statefulSet,
  "apps/DaemonSet": daemonSet,
  "argoproj.io/Rollout": ({ after, replicas }) => {
    const strategy = valueAt(after, "spec", "strategy", "blueGreen") === undefined ? "canary" : "blue-green";
    return { message: `rolls out ${strategy} by its own steps`, pods: replicas };
  },
  "postgresql.cnpg.io/Cluster": ({ before }) => {
    const instances = numberAt(before, "spec", "instances") ?? 1;
    if (instances > 1)
      return { message: `restarts its ${instances} instances one by one, the primary last`, pods: instances };
    return { message: "restarts its only instance", pods: 1, gap: "whole" };
  },
  "apps/ReplicaSet": () => ({ message: "leaves its pods alone; only new ones have the change", pods: 0 }),
};

/** A paused Deployment replaces nothing until it resumes. */
export const isPaused = (manifest: JsonObject): boolean => valueAt(manifest, "spec", "paused") === true;

function deployment({ difference, situation, after, replicas }: Question): Course {
  if (isPaused(after)) return { message: "is paused: its pods are replaced once it resumes", pods: 0 };
  if (replicas === 0 || numberAt(after, "spec", "replicas") === 0) return stopped(replicas);
  if (textAt(after, "spec", "strategy", "type") === "Recreate") {
    return { message: `stops ${allOf(replicas)}, then starts new ones`, pods: replicas, gap: "whole" };
  }
  const template = podTemplate(difference.id, after);
  const volume = exclusiveVolume(difference.id, template, situation.after);
  if (volume !== undefined) return { ...sharingVolume(volume, replicas), pods: replicas };
  const rolling = objectAt(after, "spec", "strategy", "rollingUpdate");
  const surge = share(rolling.maxSurge, replicas, "25%", "up");
  const unavailable = share(rolling.maxUnavailable, replicas, "25%", "down");
  // The controller takes one away where both round to nothing, or it could never begin.
  const takenAway = surge === 0 && unavailable === 0 ? 1 : unavailable;
  if (takenAway >= replicas) return { message: `restarts ${allOf(replicas)} at once`, pods: replicas, gap: "whole" };
  if (replicas > 1) return { message: `restarts its ${replicas} pods, a few at a time`, pods: replicas };
  if (!hasReadiness(template)) {
    const message = "restarts its only pod, and has no readiness probe to wait for the new one";
    return { message, pods: 1, gap: "whole" };
  }
  return { message: "restarts its only pod once a new one is ready", pods: 1, gap: "brief" };
}

/** On one node the new pod could start beside the old one; on several it waits for the volume, or gets it too late. */
function sharingVolume({ claim, access }: ExclusiveVolume, replicas: number): Course {
  const pods = replicas === 1 ? "its only pod" : `its ${replicas} pods`;
  if (access === "one pod") {
    return {
      message: `restarts ${pods}, but a new one waits for volume ${claim} until the old one is stopped`,
      gap: "whole",
    };
  }
  return {
    message: `restarts ${pods}; volume ${claim} is on one node at a time, so the old one may have to go first`,
    gap: "whole",
  };
}

function statefulSet({ after, replicas }: Question): Course {
  const strategy = objectAt(after, "spec", "updateStrategy");
  if (strategy.type === "OnDelete") return { message: "replaces a pod only once it is deleted", pods: 0 };
  if (replicas === 0 || numberAt(after, "spec", "replicas") === 0) return stopped(replicas);
  const start = numberAt(after, "spec", "ordinals", "start") ?? 0;
  const partition = numberAt(strategy, "rollingUpdate", "partition") ?? 0;
  const pods = Math.min(replicas, Math.max(0, start + replicas - partition));
  if (pods === 0)
    return { message: `keeps its pods as they are: its partition ${partition} holds the update back`, pods };
  if (replicas === 1) return { message: "restarts its only pod, the old one first", pods, gap: "whole" };
  const some = pods < replicas ? `${pods} of its ${replicas} pods` : `its ${replicas} pods`;
  return { message: `restarts ${some} one by one, the last one first`, pods };
}

function daemonSet({ after }: Question): Course {
  const strategy = objectAt(after, "spec", "updateStrategy");
  if (strategy.type === "OnDelete") return { message: "replaces a pod only once it is deleted", pods: 0 };
  const surge = valueAt(strategy, "rollingUpdate", "maxSurge");
  const isFirst = surge !== undefined && surge !== 0 && surge !== "0%";
  return { message: `restarts its pod on every node in turn${isFirst ? ", the new one first" : ""}` };
}

function stopped(replicas: number): Course {
  return { message: replicas === 0 ? "has no pods to restart" : "is scaled to none, so nothing restarts", pods: 0 };
}

function allOf(replicas: number): string {
  return replicas === 1 ? "its only pod" : `all ${counted(replicas, "pod")}`;
}
