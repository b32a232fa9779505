import { ApiError } from "./http/errors.ts";
import type { Kind } from "./state/records.ts";
import { recordsOf, type World } from "./world.ts";

/** How many of each a project may have. Hetzner sets them per account; these are generous, except for the documented ones. */
export type Limits = Record<Kind, number>;

export const defaultLimits: Limits = {
  ssh_keys: 1000,
  servers: 1000,
  primary_ips: 2000,
  floating_ips: 1000,
  volumes: 1000,
  firewalls: 50,
  networks: 50,
  placement_groups: 50,
  images: 30,
  load_balancers: 50,
  certificates: 50,
};

export function ensureRoom(world: World, kind: Kind): void {
  const limit = world.limits[kind];
  if (recordsOf(world, kind).length < limit) return;
  throw new ApiError("resource_limit_exceeded", `the limit of ${limit} ${kind.replaceAll("_", " ")} is reached`, {
    limits: [{ name: kind }],
  });
}
