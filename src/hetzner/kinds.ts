import {
  firewalls,
  images,
  type Labelled,
  loadBalancers,
  networks,
  placementGroups,
  primaryIps,
  type ResourceType,
  servers,
  sshKeys,
  volumes,
} from "./client/resource-types.ts";

/** Every kind of resource that slipway looks at, by the words that people read. */
export type Kind =
  | "ssh key"
  | "firewall"
  | "network"
  | "placement group"
  | "primary ip"
  | "volume"
  | "server"
  | "load balancer"
  | "image";

export const resourceTypes: Readonly<Record<Kind, ResourceType<Labelled>>> = {
  "ssh key": sshKeys,
  firewall: firewalls,
  network: networks,
  "placement group": placementGroups,
  "primary ip": primaryIps,
  volume: volumes,
  server: servers,
  "load balancer": loadBalancers,
  image: images,
};
