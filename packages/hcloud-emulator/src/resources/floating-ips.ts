import { z } from "zod";
import { ensureUnheld, renderAction, startAction } from "../actions/actions.ts";
import { openBill, spreadTariff } from "../billing/bills.ts";
import { prices } from "../catalogue/data.ts";
import { ApiError, invalid } from "../http/errors.ts";
import { labelsSchema } from "../http/labels.ts";
import { created } from "../http/route.ts";
import { parseBody } from "../http/validation.ts";
import { ensureRoom } from "../limits.ts";
import type { RecordOf } from "../state/records.ts";
import { insertRecord, iso, nextId, type World } from "../world.ts";
import { locationNamed, renderLocation } from "./locations.ts";
import { changeDnsPointer, changeProtection, defaultPointer } from "./protection.ts";
import { ensureUniqueName, nameSchema, referred, type Resource } from "./resource.ts";

const createBody = z.object({
  type: z.enum(["ipv4", "ipv6"]),
  name: nameSchema.optional(),
  description: z.string().nullish(),
  home_location: z.string().optional(),
  server: z.number().int().nullish(),
  labels: labelsSchema.default({}),
});

export const floatingIps: Resource<"floating_ips"> = {
  kind: "floating_ips",
  singular: "floating_ip",
  title: "floating IP",
  sorts: ["id", "created"],
  render: (_world, address) => ({
    id: address.id,
    name: address.name,
    labels: address.labels,
    created: iso(address.created),
    type: address.type,
    ip: address.ip,
    description: address.description,
    home_location: renderLocation(address.location),
    server: address.server,
    blocked: false,
    dns_ptr: address.dns_ptr,
    protection: address.protection,
  }),
  create(world, request) {
    const { type, home_location, labels, ...body } = parseBody(createBody, request);
    const server = body.server == null ? undefined : referred(world, "servers", body.server, "server");
    const where = home_location ?? server?.location;
    if (where === undefined) throw invalid("home_location", "is missing: one of home_location and server is needed");
    if (body.name !== undefined) ensureUniqueName(world, "floating_ips", body.name);
    ensureRoom(world, "floating_ips");
    const id = nextId(world);
    const ip = type === "ipv4" ? world.addresses.ipv4(world.state) : world.addresses.ipv6(world.state);
    const address = insertRecord(world, "floating_ips", {
      id,
      name: body.name ?? `floating-ip-${id}`,
      labels,
      created: world.now,
      type,
      ip,
      description: body.description ?? "",
      location: locationNamed(where, "home_location"),
      server: server?.id ?? null,
      dns_ptr: type === "ipv4" ? [{ ip, dns_ptr: defaultPointer(ip) }] : [],
      protection: { delete: false },
    });
    openBill(world.project, world.now, {
      kind: "floating_ips",
      id,
      name: address.name,
      type,
      location: address.location,
      tariff: spreadTariff(type === "ipv4" ? prices.floatingIpv4 : prices.floatingIpv6),
    });
    const action = server === undefined ? undefined : assign(world, address, server.id);
    return created({
      floating_ip: floatingIps.render(world, address),
      ...(action === undefined ? {} : { action: renderAction(world, action) }),
    });
  },
  update(_world, address, request) {
    const { description } = parseBody(z.object({ description: z.string().nullish() }), request);
    address.description = description ?? address.description;
  },
  remove(_world, address) {
    if (address.server === null) return undefined;
    throw new ApiError("must_be_unassigned", "floating IP must be unassigned before it can be deleted");
  },
  commands: {
    assign(world, address, request) {
      const { server } = parseBody(z.object({ server: z.number().int() }), request);
      referred(world, "servers", server, "server");
      if (address.server !== null && address.server !== server) {
        throw new ApiError("floating_ip_assigned", "floating IP is already assigned");
      }
      return created({ action: renderAction(world, assign(world, address, server)) });
    },
    unassign(world, address) {
      const on = { kind: "floating_ips", id: address.id } as const;
      ensureUnheld(world, on);
      const action = startAction(world, {
        command: "unassign_floating_ip",
        on: [on, ...(address.server === null ? [] : [{ kind: "servers", id: address.server } as const])],
        holds: [on],
        effects: [{ do: "set", ...on, fields: { server: null } }],
      });
      return created({ action: renderAction(world, action) });
    },
    change_dns_ptr: changeDnsPointer("floating_ips"),
    change_protection: changeProtection("floating_ips"),
  },
};

function assign(world: World, { id }: RecordOf<"floating_ips">, server: number) {
  const on = { kind: "floating_ips", id } as const;
  ensureUnheld(world, on);
  return startAction(world, {
    command: "assign_floating_ip",
    on: [on, { kind: "servers", id: server }],
    holds: [on],
    effects: [{ do: "set", ...on, fields: { server } }],
  });
}
