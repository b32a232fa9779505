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

/** Every kind of resource that slipway looks at, by the word that people read. */
export const resourceTypes = {
  "ssh key": sshKeys,
  firewall: firewalls,
  network: networks,
  "placement group": placementGroups,
  "primary ip": primaryIps,
  volume: volumes,
  server: servers,
  "load balancer": loadBalancers,
  image: images,
} as const satisfies Record<string, ResourceType<Labelled>>;

export type Kind = keyof typeof resourceTypes;
