import { objectAt, stringAt } from "../../gitops/json.ts";
import { numberAt } from "../install/ready.ts";
import type { JsonObject } from "../../model/resource.ts";

/** Who holds the lock. */
export interface Holder {
  identity: string;
  /** When it was last seen to be alive, as it wrote itself. */
  renewed: string;
  /** Seconds after which it counts as gone. */
  seconds: number;
}

export const leaseSeconds = 30;

export function leaseObject(namespace: string, name: string, identity: string, now: number): JsonObject {
  const time = new Date(now).toISOString().replace("Z", "000Z");
  return {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: { name, namespace },
    spec: { holderIdentity: identity, leaseDurationSeconds: leaseSeconds, acquireTime: time, renewTime: time },
  };
}

export function holderOf(lease: JsonObject): Holder | undefined {
  const spec = objectAt(lease, "spec");
  const identity = stringAt(spec, "holderIdentity");
  if (identity === undefined || identity === "") return undefined;
  return {
    identity,
    renewed: stringAt(spec, "renewTime") ?? "",
    seconds: numberAt(spec, "leaseDurationSeconds") ?? leaseSeconds,
  };
}

/** What was seen of a holder, and when by our own clock, in milliseconds. */
export interface Sighting {
  renewed: string;
  at: number;
}

/**
 * Whether a holder has died: it has not renewed for as long as it promised to, by our own clock alone, because clocks of two
 * machines need not agree.
 */
export const isDead = (holder: Holder, sighting: Sighting, now: number): boolean =>
  holder.renewed === sighting.renewed && now - sighting.at > holder.seconds * 1000;
