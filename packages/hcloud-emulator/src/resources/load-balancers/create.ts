import { renderAction, startAction } from "../../actions/actions.ts";
import { firstOf } from "../../addresses.ts";
import { openBill, tariff } from "../../billing/bills.ts";
import { locations } from "../../catalogue/data.ts";
import { monthlyAt } from "../../catalogue/money.ts";
import { ApiError, invalid } from "../../http/errors.ts";
import { type Answer, created } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import { ensureRoom } from "../../limits.ts";
import type { LoadBalancerTarget, RecordOf } from "../../state/records.ts";
import type { Billed } from "../../state/state.ts";
import { findRecord, insertRecord, nextId, type World } from "../../world.ts";
import { locationNamed } from "../locations.ts";
import { freeAddress } from "../networks/attachment.ts";
import { ensureUniqueName, referred } from "../resource.ts";
import { defaultPointer } from "../reverse-dns.ts";
import { createBody, serviceOf } from "./bodies.ts";
import { renderLoadBalancer, typeRow } from "./render.ts";

type LoadBalancer = RecordOf<"load_balancers">;

export function createLoadBalancer(world: World, request: unknown): Answer {
  const body = parseBody(createBody, request);
  ensureUniqueName(world, "load_balancers", body.name);
  const type = typeRow(body.load_balancer_type);
  if (type === undefined) throw invalid("load_balancer_type", `"${body.load_balancer_type}" does not exist`);
  const inZone = locations.find(({ network_zone }) => network_zone === body.network_zone)?.name;
  const where = body.location ?? inZone;
  if (where === undefined) throw invalid("location", "is missing: one of location and network_zone is needed");
  const location = locationNamed(where, "location");
  ensureRoom(world, "load_balancers");
  const network = body.network == null ? undefined : referred(world, "networks", body.network, "network");
  const services = body.services.map((one) => {
    const service = serviceOf(one);
    if (service === undefined) throw invalid("services", "listen_port is missing");
    return service;
  });
  for (const target of body.targets) ensureTarget(world, target, network !== undefined);
  const private_net = network === undefined ? [] : [{ network: network.id, ip: freeAddress(world, network) }];
  const id = nextId(world);
  const balancer = insertRecord(world, "load_balancers", {
    id,
    name: body.name,
    labels: body.labels,
    created: world.now,
    load_balancer_type: type[1],
    location,
    algorithm: body.algorithm.type,
    public_enabled: body.public_interface,
    ipv4: publicAddress(world, id, "ipv4", body.public_net.ipv4, location),
    ipv6: publicAddress(world, id, "ipv6", body.public_net.ipv6, location),
    private_net,
    targets: body.targets,
    services,
    protection: { delete: false },
  });
  openBill(world.project, world.now, balancerBill(balancer, type[1], type[7]));
  const on = { kind: "load_balancers", id } as const;
  const action = startAction(world, { command: "create_load_balancer", on: [on], undo: [{ do: "remove", ...on }] });
  return created({ load_balancer: renderLoadBalancer(world, balancer), action: renderAction(world, action) });
}

/** What a load balancer costs, from its type's price in Europe. */
export const balancerBill = (balancer: LoadBalancer, type: string, european: number): Billed => ({
  kind: "load_balancers",
  id: balancer.id,
  name: balancer.name,
  type,
  location: balancer.location,
  tariff: tariff(monthlyAt(european, balancer.location)),
});

/** An existing Primary IP where one is named (since 2026-10-05), otherwise an address that comes with the load balancer. */
function publicAddress(
  world: World,
  balancer: number,
  type: "ipv4" | "ipv6",
  wanted: number | null | undefined,
  location: string,
): LoadBalancer["ipv4"] {
  if (wanted == null) {
    const ip = type === "ipv4" ? world.addresses.ipv4(world.state) : firstOf(world.addresses.ipv6(world.state));
    return { ip, primary_ip: null, dns_ptr: defaultPointer(ip) };
  }
  const address = referred(world, "primary_ips", wanted, "primary IP");
  if (address.type !== type) throw new ApiError("primary_ip_version_mismatch", `primary IP ${wanted} is not ${type}`);
  if (address.assignee_id !== null)
    throw new ApiError("primary_ip_assigned", `primary IP ${wanted} is already assigned`);
  if (address.location !== location)
    throw invalid(`public_net.${type}`, `primary IP ${wanted} is in ${address.location}`);
  Object.assign(address, { assignee_id: balancer, assignee_type: "load_balancer" });
  return { ip: firstOf(address.ip), primary_ip: address.id, dns_ptr: address.dns_ptr[0]?.dns_ptr ?? "" };
}

export function ensureTarget(world: World, target: LoadBalancerTarget, inNetwork: boolean): void {
  if (target.use_private_ip && !inNetwork) {
    throw new ApiError("load_balancer_not_attached_to_network", "load balancer is not attached to a network");
  }
  if (target.type === "server" && findRecord(world, "servers", target.server ?? 0) === undefined) {
    throw new ApiError("not_found", `server with ID '${target.server}' not found`);
  }
}
