import { ApiError } from "../../http/errors.ts";
import { recordsOf, type World } from "../../world.ts";

/** A spread group holds ten servers: https://docs.hetzner.com/cloud/placement-groups/overview */
export function ensureSpread(world: World, group: number): void {
  if (recordsOf(world, "servers").filter(({ placement_group }) => placement_group === group).length < 10) return;
  throw new ApiError("placement_error", "a spread placement group holds at most 10 servers");
}
