import type { LiveApplication } from "../application.ts";
import { belongingsOf, type Owners } from "../belongings.ts";
import type { World } from "../world.ts";
import { claimReasons } from "./claims.ts";
import { podReasons } from "./pods.ts";
import type { Reason } from "./reason.ts";
import { syncReasons } from "./sync.ts";
import { addressReasons, workloadReasons } from "./workloads.ts";

/** The gravest first: what cannot pass on its own, then what may. */
const order: readonly Reason["hope"][] = ["none", "little", "good"];
/** So many are told of one Application; the rest are of the same kind, most likely. */
const told = 4;

/** Why an Application is not there yet, the gravest reason first. */
export function reasonsOf(application: LiveApplication, world: World, owners: Owners): Reason[] {
  const { workloads, pods, claims, fronts } = belongingsOf(application, world, owners);
  const found = [
    ...syncReasons(application),
    ...claims.flatMap((claim) => claimReasons(claim, world)),
    ...pods.flatMap((pod) => podReasons(pod, world)),
    ...workloads.flatMap((workload) => workloadReasons(workload, world)),
    ...fronts.flatMap(addressReasons),
  ];
  return withoutEchoes(found)
    .map((reason) => withTail(reason, world))
    .toSorted((a, b) => order.indexOf(a.hope) - order.indexOf(b.hope))
    .slice(0, told);
}

/** A deadline that passed while a pod could not start, and a hook whose pod failed, say the same as the pod. */
function withoutEchoes(reasons: readonly Reason[]): Reason[] {
  const hasPod = reasons.some(({ resource }) => resource?.startsWith("Pod "));
  const unique = new Map(reasons.map((reason) => [`${reason.resource} ${reason.message}`, reason]));
  return [...unique.values()].filter(
    ({ cause, resource }) => !(hasPod && cause === "degraded" && !resource?.startsWith("Job ")),
  );
}

function withTail(reason: Reason, { logs }: World): Reason {
  const tail = reason.log === undefined ? undefined : logs.get(reason.log);
  return tail === undefined || tail === "" ? reason : { ...reason, tail };
}
