import type { Catalogue } from "../environment/catalogue.ts";
import type { Labelled } from "./client/resource-types.ts";
import type { FullInventory } from "./inventory.ts";
import type { Kind } from "./kinds.ts";
import { priceOfAddress, priceOfImage, priceOfLoadBalancer, priceOfServer, priceOfVolume } from "./plan/price-of.ts";

/** One resource with what a month of it costs at most, in millionths of a euro net; undefined where the price is not known. */
export interface Item {
  kind: Kind;
  resource: Labelled;
  monthly: number | undefined;
  /** What tells it from its like: `cx23 in nbg1, off`. */
  detail: string;
  /** Whether something uses it. */
  attached: boolean;
}

/** All of an inventory, in the order in which it can be deleted. */
export function itemsOf(inventory: FullInventory, catalogue: Catalogue): Item[] {
  const free =
    (kind: Kind) =>
    (resource: Labelled): Item => ({ kind, resource, monthly: 0, detail: "", attached: false });
  return [
    ...inventory.loadBalancers.map((one): Item => ({
      ...free("load balancer")(one),
      monthly: priceOfLoadBalancer(catalogue, one),
      detail: `${one.type} in ${one.location}`,
      attached: one.servers.length > 0,
    })),
    ...inventory.servers.map((one): Item => ({
      ...free("server")(one),
      monthly: priceOfServer(catalogue, one),
      detail: `${one.type} in ${one.location}${one.status === "running" ? "" : `, ${one.status}`}`,
      attached: true,
    })),
    ...inventory.volumes.map((one): Item => ({
      ...free("volume")(one),
      monthly: priceOfVolume(catalogue, one),
      detail: `${one.sizeGB} GB in ${one.location}`,
      attached: one.server !== undefined,
    })),
    ...inventory.images.map((one): Item => ({
      ...free("image")(one),
      monthly: priceOfImage(catalogue, one),
      detail: `${one.type}, ${one.sizeGB} GB`,
    })),
    ...inventory.primaryIps.map((one): Item => ({
      ...free("primary ip")(one),
      monthly: priceOfAddress(catalogue, one),
      detail: `${one.address} in ${one.location}`,
      attached: one.server !== undefined,
    })),
    ...inventory.networks.map(free("network")),
    ...inventory.placementGroups.map(free("placement group")),
    ...inventory.firewalls.map(free("firewall")),
    ...inventory.sshKeys.map(free("ssh key")),
  ];
}
