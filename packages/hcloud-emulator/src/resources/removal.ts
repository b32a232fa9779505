import { closeBills } from "../billing/bills.ts";
import type { Kind } from "../state/records.ts";
import type { Project } from "../state/state.ts";
import { dropRecord, recordsOf } from "../world.ts";

/** Removes a record at a moment: it is no longer billed, and whatever refers to it lets go. */
export function removeRecord(project: Project, kind: Kind, id: number, at: number): void {
  if (project[kind][String(id)] === undefined) return;
  dropRecord(project, kind, id);
  closeBills(project, at, kind, id);
  if (kind === "servers") releaseServer(project, id, at);
  if (kind === "load_balancers") releaseAddresses(project, id, "load_balancer", at);
  if (kind === "networks") releaseNetwork(project, id);
  if (kind === "placement_groups") {
    for (const server of recordsOf({ project }, "servers")) {
      if (server.placement_group === id) server.placement_group = null;
    }
  }
}

function releaseServer(project: Project, id: number, at: number): void {
  closeBills(project, at, "backups", id);
  releaseAddresses(project, id, "server", at);
  for (const address of recordsOf({ project }, "floating_ips")) if (address.server === id) address.server = null;
  for (const volume of recordsOf({ project }, "volumes")) if (volume.server === id) volume.server = null;
  for (const firewall of recordsOf({ project }, "firewalls")) {
    firewall.applied_to = firewall.applied_to.filter((one) => one.type !== "server" || one.server !== id);
  }
  for (const balancer of recordsOf({ project }, "load_balancers")) {
    balancer.targets = balancer.targets.filter(({ server }) => server !== id);
  }
  // A backup dies with its server; a snapshot does not.
  for (const image of recordsOf({ project }, "images")) {
    if (image.bound_to === id) removeRecord(project, "images", image.id, at);
  }
}

function releaseAddresses(project: Project, id: number, assignee: "server" | "load_balancer", at: number): void {
  for (const address of recordsOf({ project }, "primary_ips")) {
    if (address.assignee_id !== id || address.assignee_type !== assignee) continue;
    if (address.auto_delete) removeRecord(project, "primary_ips", address.id, at);
    else address.assignee_id = null;
  }
}

function releaseNetwork(project: Project, id: number): void {
  for (const kind of ["servers", "load_balancers"] as const) {
    for (const record of recordsOf({ project }, kind)) {
      const left = record.private_net.findIndex(({ network }) => network === id);
      if (left !== -1) record.private_net.splice(left, 1);
    }
  }
}
