import { z } from "zod";
import {
  type actionSchema,
  firewallSchema,
  imageSchema,
  loadBalancerSchema,
  networkSchema,
  placementGroupSchema,
  primaryIpSchema,
  serverSchema,
  sshKeySchema,
  volumeSchema,
} from "./wire.ts";

/** A kind of resource: where it is below the endpoint, what an answer calls one of it, and how one or many are read. */
export interface ResourceType<T> {
  path: string;
  one: string;
  schema: z.ZodType<T>;
  many: z.ZodType<T[]>;
}

const type = <T>(path: string, one: string, schema: z.ZodType<T>): ResourceType<T> => ({
  path,
  one,
  schema,
  many: z.array(schema),
});

export const servers = type("servers", "server", serverSchema);
export const primaryIps = type("primary_ips", "primary_ip", primaryIpSchema);
export const volumes = type("volumes", "volume", volumeSchema);
export const networks = type("networks", "network", networkSchema);
export const firewalls = type("firewalls", "firewall", firewallSchema);
export const placementGroups = type("placement_groups", "placement_group", placementGroupSchema);
export const sshKeys = type("ssh_keys", "ssh_key", sshKeySchema);
export const loadBalancers = type("load_balancers", "load_balancer", loadBalancerSchema);
export const images = type("images", "image", imageSchema);

export type Server = z.output<typeof serverSchema>;
export type PrimaryIp = z.output<typeof primaryIpSchema>;
export type Volume = z.output<typeof volumeSchema>;
export type Network = z.output<typeof networkSchema>;
export type Firewall = z.output<typeof firewallSchema>;
export type FirewallRule = Firewall["rules"][number];
export type PlacementGroup = z.output<typeof placementGroupSchema>;
export type SshKey = z.output<typeof sshKeySchema>;
export type LoadBalancer = z.output<typeof loadBalancerSchema>;
export type Image = z.output<typeof imageSchema>;
export type Action = z.output<typeof actionSchema>;
export type Labels = Readonly<Record<string, string>>;

/** What every kind has, and all that deleting one needs to know. */
export interface Labelled {
  id: number;
  name: string;
  labels: Labels;
  /** Against deletion; absent where the kind has no such guard. */
  protected?: boolean;
}
