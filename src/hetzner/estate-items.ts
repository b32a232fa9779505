import type { Catalogue } from "../environment/catalogue.ts";
import type { Image, Labelled, LoadBalancer, PrimaryIp, Server, Volume } from "./client/resource-types.ts";
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

export const balancerItem = (one: LoadBalancer, catalogue: Catalogue): Item => ({
  kind: "load balancer",
  resource: one,
  monthly: priceOfLoadBalancer(catalogue, one),
  detail: `${one.type} in ${one.location}`,
  attached: one.servers.length > 0,
});

export const volumeItem = (one: Volume, catalogue: Catalogue): Item => ({
  kind: "volume",
  resource: one,
  monthly: priceOfVolume(catalogue, one),
  detail: `${one.sizeGB} GB in ${one.location}`,
  attached: one.server !== undefined,
});

const serverItem = (one: Server, catalogue: Catalogue): Item => ({
  kind: "server",
  resource: one,
  monthly: priceOfServer(catalogue, one),
  detail: `${one.type} in ${one.location}${one.status === "running" ? "" : `, ${one.status}`}`,
  attached: true,
});

const addressItem = (one: PrimaryIp, catalogue: Catalogue): Item => ({
  kind: "primary ip",
  resource: one,
  monthly: priceOfAddress(catalogue, one),
  detail: `${one.address} in ${one.location}`,
  attached: one.server !== undefined,
});

const imageItem = (one: Image, catalogue: Catalogue): Item => ({
  kind: "image",
  resource: one,
  monthly: priceOfImage(catalogue, one),
  detail: `${one.type}, ${one.sizeGB} GB`,
  attached: false,
});

const freeItem =
  (kind: Kind) =>
  (resource: Labelled): Item => ({ kind, resource, monthly: 0, detail: "", attached: false });

/** All of an inventory, in the order in which it can be deleted. */
export function itemsOf(inventory: FullInventory, catalogue: Catalogue): Item[] {
  return [
    ...inventory.loadBalancers.map((one) => balancerItem(one, catalogue)),
    ...inventory.servers.map((one) => serverItem(one, catalogue)),
    ...inventory.volumes.map((one) => volumeItem(one, catalogue)),
    ...inventory.images.map((one) => imageItem(one, catalogue)),
    ...inventory.primaryIps.map((one) => addressItem(one, catalogue)),
    ...inventory.networks.map(freeItem("network")),
    ...inventory.placementGroups.map(freeItem("placement group")),
    ...inventory.firewalls.map(freeItem("firewall")),
    ...inventory.sshKeys.map(freeItem("ssh key")),
  ];
}
