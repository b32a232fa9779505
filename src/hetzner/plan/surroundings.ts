import type { Market } from "./market.ts";
import type { NetworkState } from "./shared-plan.ts";

/** What all servers share. Ids are undefined for what is still to be made. */
export interface Surroundings {
  network: NetworkState;
  zone: string | undefined;
  placementGroup: { name: string; id: number | undefined } | undefined;
  /** Ids of all groups of the Environment, whether declared or not. */
  ownGroups: readonly number[];
  firewall: { name: string; id: number | undefined };
  sshKey: string;
  market: Market;
}
