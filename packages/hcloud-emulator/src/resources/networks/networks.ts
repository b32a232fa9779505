import { z } from "zod";
import { ensureUnheld, renderAction, startAction } from "../../actions/actions.ts";
import { contains, isCidr4, overlap } from "../../addresses.ts";
import { locations } from "../../catalogue/data.ts";
import { ApiError, invalid } from "../../http/errors.ts";
import { labelsSchema } from "../../http/labels.ts";
import { type Answer, created } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import { ensureRoom } from "../../limits.ts";
import type { RecordOf, Subnet } from "../../state/records.ts";
import { insertRecord, iso, nextId, recordsOf, type World } from "../../world.ts";
import { gatewayOf } from "./attachment.ts";
import { changeProtection } from "../protection.ts";
import { ensureUniqueName, nameSchema, type Resource } from "../resource.ts";

type Network = RecordOf<"networks">;

const cidr = z.string().refine(isCidr4, "must be an IPv4 network such as 10.0.0.0/16");
const zones = [...new Set(locations.map(({ network_zone }) => network_zone))];
const subnetBody = z.object({
  type: z.enum(["cloud", "server", "vswitch"]),
  ip_range: cidr.optional(),
  network_zone: z.enum(zones),
  vswitch_id: z.number().int().nullish(),
});
const routeBody = z.object({ destination: cidr, gateway: z.string() });
const createBody = z.object({
  name: nameSchema,
  ip_range: cidr,
  subnets: z.array(subnetBody).default([]),
  routes: z.array(routeBody).max(100).default([]),
  expose_routes_to_vswitch: z.boolean().default(false),
  labels: labelsSchema.default({}),
});

export const networks: Resource<"networks"> = {
  kind: "networks",
  singular: "network",
  title: "network",
  sorts: ["id", "name", "created"],
  render: (world, network) => ({
    id: network.id,
    name: network.name,
    ip_range: network.ip_range,
    subnets: network.subnets,
    routes: network.routes,
    servers: members(world, "servers", network.id),
    load_balancers: members(world, "load_balancers", network.id),
    protection: network.protection,
    labels: network.labels,
    created: iso(network.created),
    expose_routes_to_vswitch: network.expose_routes_to_vswitch,
  }),
  create(world, request) {
    const { subnets, ...body } = parseBody(createBody, request);
    ensureUniqueName(world, "networks", body.name);
    ensureRoom(world, "networks");
    const network: Network = {
      ...body,
      id: nextId(world),
      created: world.now,
      subnets: [],
      protection: { delete: false },
    };
    for (const subnet of subnets) network.subnets.push(fitted(network, subnet));
    insertRecord(world, "networks", network);
    return created({ network: networks.render(world, network) });
  },
  update(_world, network, request) {
    const { expose_routes_to_vswitch } = parseBody(
      z.object({ expose_routes_to_vswitch: z.boolean().optional() }),
      request,
    );
    network.expose_routes_to_vswitch = expose_routes_to_vswitch ?? network.expose_routes_to_vswitch;
  },
  commands: {
    add_subnet(world, network, request) {
      const subnet = fitted(network, parseBody(subnetBody, request));
      return change(world, network, "add_subnet", { subnets: [...network.subnets, subnet] });
    },
    delete_subnet(world, network, request) {
      const { ip_range } = parseBody(z.object({ ip_range: z.string() }), request);
      if (!network.subnets.some((one) => one.ip_range === ip_range)) throw notThere("subnet", ip_range);
      const used = recordsOf(world, "servers").some(({ private_net }) =>
        private_net.some((one) => one.network === network.id && contains(ip_range, one.ip)),
      );
      if (used) throw new ApiError("resource_in_use", "servers are attached to this subnet");
      return change(world, network, "delete_subnet", {
        subnets: network.subnets.filter((one) => one.ip_range !== ip_range),
      });
    },
    add_route(world, network, request) {
      const route = parseBody(routeBody, request);
      if (network.routes.some(({ destination }) => destination === route.destination)) {
        throw invalid("destination", "there is a route to this destination already");
      }
      return change(world, network, "add_route", { routes: [...network.routes, route] });
    },
    delete_route(world, network, request) {
      const { destination, gateway } = parseBody(z.object({ destination: z.string(), gateway: z.string() }), request);
      const left = network.routes.filter((one) => one.destination !== destination || one.gateway !== gateway);
      if (left.length === network.routes.length) throw notThere("route", destination);
      return change(world, network, "delete_route", { routes: left });
    },
    change_ip_range(world, network, request) {
      const { ip_range } = parseBody(z.object({ ip_range: cidr }), request);
      if (!contains(ip_range, network.ip_range)) throw invalid("ip_range", "a network can only be made larger");
      return change(world, network, "change_ip_range", { ip_range });
    },
    change_protection: changeProtection("networks"),
  },
};

const members = (world: World, kind: "servers" | "load_balancers", network: number): number[] =>
  recordsOf(world, kind)
    .filter(({ private_net }) => private_net.some((one) => one.network === network))
    .map(({ id }) => id);

const notThere = (what: string, which: string): ApiError => new ApiError("not_found", `${what} ${which} not found`);

function change(world: World, network: Network, command: string, fields: Partial<Network>): Answer {
  const on = { kind: "networks", id: network.id } as const;
  ensureUnheld(world, on);
  const action = startAction(world, { command, on: [on], effects: [{ do: "set", ...on, fields }] });
  return created({ action: renderAction(world, action) });
}

/** A subnet that lies in the network and beside the others; the first /24 that is free where no range is told. */
function fitted(network: Network, { ip_range, type, network_zone, vswitch_id }: z.infer<typeof subnetBody>): Subnet {
  const range = ip_range ?? firstFree(network);
  if (range === undefined || !contains(network.ip_range, range)) {
    throw invalid("ip_range", `is not a part of ${network.ip_range}`);
  }
  const other = network.subnets.find((one) => overlap(one.ip_range, range));
  if (other !== undefined) throw invalid("ip_range", `overlaps with subnet ${other.ip_range}`);
  return { type, ip_range: range, network_zone, gateway: gatewayOf(network), vswitch_id: vswitch_id ?? null };
}

function firstFree({ ip_range, subnets }: Network): string | undefined {
  const [base = ""] = ip_range.split("/");
  const [a, b] = base.split(".");
  return Array.from({ length: 256 }, (_, third) => `${a}.${b}.${third}.0/24`).find(
    (range) => contains(ip_range, range) && !subnets.some((one) => overlap(one.ip_range, range)),
  );
}
