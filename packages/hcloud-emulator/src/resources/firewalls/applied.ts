import { labelSelector } from "../../http/label-selector.ts";
import type { FirewallTarget, RecordOf } from "../../state/records.ts";
import { recordsOf, type World } from "../../world.ts";

/** Milliseconds until a label selector finds a server whose labels match, and until a rule set is in force, at speed 1. */
const lag = 4000;

const past = (world: World, since: number): boolean => world.now - since >= lag / world.speed;

/** The servers that a selector has found by now: it takes some seconds after a change of either side. */
export function selectedServers(world: World, target: FirewallTarget): RecordOf<"servers">[] {
  if (target.type !== "label_selector") return [];
  const matches = labelSelector(target.selector);
  return recordsOf(world, "servers").filter(
    ({ labels, labels_changed }) => matches(labels) && past(world, Math.max(target.since, labels_changed)),
  );
}

/** `public_net.firewalls` of a server. */
export function firewallsOf(world: World, server: number): { id: number; status: "applied" | "pending" }[] {
  return recordsOf(world, "firewalls").flatMap(({ id, applied_to }) => {
    const direct = applied_to.find((one) => one.type === "server" && one.server === server);
    if (direct !== undefined) return [{ id, status: past(world, direct.since) ? "applied" : "pending" } as const];
    const selected = applied_to.some((one) => selectedServers(world, one).some((found) => found.id === server));
    return selected ? [{ id, status: "applied" } as const] : [];
  });
}
