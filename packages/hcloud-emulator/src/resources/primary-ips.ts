import { z } from "zod";
import { ensureUnheld, renderAction, startAction } from "../actions/actions.ts";
import { openBill, tariff } from "../billing/bills.ts";
import { prices } from "../catalogue/data.ts";
import { ApiError, invalid } from "../http/errors.ts";
import { labelsSchema } from "../http/labels.ts";
import { created } from "../http/route.ts";
import { parseBody } from "../http/validation.ts";
import { ensureRoom } from "../limits.ts";
import type { RecordOf } from "../state/records.ts";
import { findRecord, insertRecord, iso, nextId, recordsOf, type World } from "../world.ts";
import { locationNamed, renderLocation } from "./locations.ts";
import { changeDnsPointer, changeProtection, defaultPointer } from "./protection.ts";
import { ensureUniqueName, nameSchema, referred, type Resource } from "./resource.ts";

type PrimaryIp = RecordOf<"primary_ips">;

const createBody = z.object({
  name: nameSchema,
  type: z.enum(["ipv4", "ipv6"]),
  location: z.string().optional(),
  assignee_type: z.enum(["server", "load_balancer", "unassigned"]).optional(),
  assignee_id: z.number().int().nullish(),
  auto_delete: z.boolean().optional(),
  labels: labelsSchema.optional(),
});
const updateBody = z.object({ auto_delete: z.boolean().optional() });
const assignBody = z.object({ assignee_id: z.number().int(), assignee_type: z.literal("server") });

export const primaryIps: Resource<"primary_ips"> = {
  kind: "primary_ips",
  singular: "primary_ip",
  title: "primary IP",
  sorts: ["id", "created"],
  filters: { ip: ({ ip }) => ip },
  render: (_world, address) => ({
    id: address.id,
    name: address.name,
    labels: address.labels,
    created: iso(address.created),
    type: address.type,
    ip: address.ip,
    location: renderLocation(address.location),
    assignee_id: address.assignee_id,
    // Since 2026-08-01 an address without an assignee says so here too.
    assignee_type: address.assignee_id === null ? "unassigned" : address.assignee_type,
    auto_delete: address.auto_delete,
    blocked: false,
    dns_ptr: address.dns_ptr,
    protection: address.protection,
  }),
  create(world, request) {
    const {
      name,
      type,
      location,
      assignee_id = null,
      auto_delete = false,
      labels = {},
    } = parseBody(createBody, request);
    ensureUniqueName(world, "primary_ips", name);
    const server = assignee_id === null ? undefined : referred(world, "servers", assignee_id, "server");
    const where = server?.location ?? location;
    if (where === undefined) throw invalid("location", "is missing: one of location and assignee_id is needed");
    if (server !== undefined) ensureAssignable(world, type, server);
    ensureRoom(world, "primary_ips");
    const address = addPrimaryIp(world, {
      name,
      type,
      location: locationNamed(where, "location"),
      auto_delete,
      labels,
    });
    if (server === undefined) return created({ primary_ip: primaryIps.render(world, address), action: null });
    address.assignee_id = server.id;
    const action = startAction(world, {
      command: "assign_primary_ip",
      on: [
        { kind: "primary_ips", id: address.id },
        { kind: "servers", id: server.id },
      ],
    });
    return created({ primary_ip: primaryIps.render(world, address), action: renderAction(world, action) });
  },
  update(_world, address, request) {
    address.auto_delete = parseBody(updateBody, request).auto_delete ?? address.auto_delete;
  },
  remove(_world, address) {
    if (address.assignee_id === null) return undefined;
    throw new ApiError("must_be_unassigned", "primary IP must be unassigned before it can be deleted");
  },
  commands: {
    assign(world, address, request) {
      const { assignee_id } = parseBody(assignBody, request);
      const server = referred(world, "servers", assignee_id, "server");
      if (address.assignee_id !== null) {
        throw new ApiError("primary_ip_already_assigned", "primary IP is already assigned");
      }
      if (server.location !== address.location) throw invalid("assignee_id", "the server is in another location");
      ensureAssignable(world, address.type, server);
      return assignment(world, address, "assign_primary_ip", server.id);
    },
    unassign(world, address) {
      const server = findRecord(world, "servers", address.assignee_id ?? 0);
      if (server === undefined) throw invalid("assignee_id", "primary IP is not assigned");
      ensureStopped(server);
      return assignment(world, address, "unassign_primary_ip", null, server.id);
    },
    change_protection: changeProtection("primary_ips"),
    change_dns_ptr: changeDnsPointer("primary_ips"),
  },
};

function assignment(
  world: World,
  address: PrimaryIp,
  command: string,
  assignee_id: number | null,
  server = assignee_id,
) {
  const on = [
    { kind: "primary_ips", id: address.id },
    { kind: "servers", id: server ?? 0 },
  ] as const;
  for (const one of on) ensureUnheld(world, one);
  const action = startAction(world, {
    command,
    on,
    effects: [{ do: "set", kind: "primary_ips", id: address.id, fields: { assignee_id, assignee_type: "server" } }],
  });
  return created({ action: renderAction(world, action) });
}

export function ensureStopped(server: RecordOf<"servers">): void {
  if (server.status !== "off") throw new ApiError("server_not_stopped", "server must be stopped");
}

function ensureAssignable(world: World, type: PrimaryIp["type"], server: RecordOf<"servers">): void {
  ensureStopped(server);
  if (addressOf(world, server.id, type) !== undefined) {
    throw new ApiError(
      type === "ipv4" ? "server_has_ipv4" : "server_has_ipv6",
      `server already has an ${type} address`,
    );
  }
}

export const addressOf = (
  world: Pick<World, "project">,
  server: number,
  type: PrimaryIp["type"],
): PrimaryIp | undefined =>
  recordsOf(world, "primary_ips").find(
    (one) => one.assignee_id === server && one.assignee_type === "server" && one.type === type,
  );

/** Makes an address and starts its bill. */
export function addPrimaryIp(
  world: World,
  { type, ...given }: Pick<PrimaryIp, "name" | "type" | "location" | "auto_delete" | "labels">,
): PrimaryIp {
  const ip = type === "ipv4" ? world.addresses.ipv4(world.state) : world.addresses.ipv6(world.state);
  const address = insertRecord(world, "primary_ips", {
    ...given,
    id: nextId(world),
    created: world.now,
    type,
    ip,
    assignee_id: null,
    assignee_type: "server",
    dns_ptr: type === "ipv4" ? [{ ip, dns_ptr: defaultPointer(ip) }] : [],
    protection: { delete: false },
  });
  openBill(world.project, world.now, {
    kind: "primary_ips",
    id: address.id,
    name: address.name,
    type,
    location: address.location,
    tariff: tariff(type === "ipv4" ? prices.primaryIpv4 : prices.primaryIpv6),
  });
  return address;
}
