import type { HetznerClient } from "./client/client.ts";
import {
  firewalls,
  type Image,
  images,
  type Labelled,
  type LoadBalancer,
  loadBalancers,
  networks,
  placementGroups,
  primaryIps,
  type ResourceType,
  servers,
  sshKeys,
  type Volume,
  volumes,
} from "./client/resource-types.ts";
import { csiSelector, loadBalancerSelector } from "./claim.ts";
import type { Inventory } from "./observe.ts";

/** Resources of every kind that costs money or holds a name. */
export interface FullInventory extends Inventory {
  loadBalancers: LoadBalancer[];
  /** Snapshots. */
  images: Image[];
}

/** What carries a label of slipway, and what a controller in some cluster made and has no such label. */
export interface Estate {
  labelled: FullInventory;
  madeByControllers: { loadBalancers: LoadBalancer[]; volumes: Volume[] };
}

/** One listing for each kind by `selector`, and one each for what controllers make. */
export async function takeInventory(
  client: Pick<HetznerClient, "list">,
  selector: string,
  signal: AbortSignal,
): Promise<Estate> {
  const list = <T extends Labelled>(type: ResourceType<T>, label_selector = selector): Promise<T[]> =>
    client.list(type, { label_selector }, signal);
  const [labelled, balancers, csiVolumes] = await Promise.all([
    everyKind(list),
    list(loadBalancers, loadBalancerSelector),
    list(volumes, csiSelector),
  ]);
  const ids = (all: readonly Labelled[]): Set<number> => new Set(all.map(({ id }) => id));
  const [known, knownVolumes] = [ids(labelled.loadBalancers), ids(labelled.volumes)];
  return {
    labelled,
    madeByControllers: {
      loadBalancers: balancers.filter(({ id }) => !known.has(id)),
      volumes: csiVolumes.filter(({ id }) => !knownVolumes.has(id)),
    },
  };
}

async function everyKind(list: <T extends Labelled>(type: ResourceType<T>) => Promise<T[]>): Promise<FullInventory> {
  const [keys, walls, nets, groups, ips, disks, machines, balancers, snapshots] = await Promise.all([
    list(sshKeys),
    list(firewalls),
    list(networks),
    list(placementGroups),
    list(primaryIps),
    list(volumes),
    list(servers),
    list(loadBalancers),
    list(images),
  ]);
  return {
    sshKeys: keys,
    firewalls: walls,
    networks: nets,
    placementGroups: groups,
    primaryIps: ips,
    volumes: disks,
    servers: machines,
    loadBalancers: balancers,
    images: snapshots,
  };
}
