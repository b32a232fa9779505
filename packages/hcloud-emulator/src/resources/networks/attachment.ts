import { z } from "zod";
import { type ActionPlan } from "../../actions/actions.ts";
import { contains, hosts } from "../../addresses.ts";
import { ApiError, invalid } from "../../http/errors.ts";
import type { Answer } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import type { RecordOf } from "../../state/records.ts";
import { recordsOf, type World } from "../../world.ts";
import { referred } from "../resource.ts";
import { answer, onServer, setServer } from "../servers/server-action.ts";

type Network = RecordOf<"networks">;
type Server = RecordOf<"servers">;

const attachBody = z.object({
  network: z.number().int(),
  ip: z.string().optional(),
  ip_range: z.string().optional(),
  alias_ips: z.array(z.string()).optional(),
});

/** The action that brings a server into a network, with an address that is reserved from now on. */
export function attachmentTo(
  world: World,
  server: number,
  network: Network,
  wanted: { ip?: string | undefined; ip_range?: string | undefined; alias_ips?: string[] | undefined },
): ActionPlan {
  const ip = freeAddress(world, network, wanted.ip, wanted.ip_range);
  return {
    command: "attach_to_network",
    on: [
      { kind: "servers", id: server },
      { kind: "networks", id: network.id },
    ],
    effects: [{ do: "attach-network", server, network: network.id, ip, alias_ips: wanted.alias_ips ?? [] }],
  };
}

export function attachToNetwork(world: World, server: Server, request: unknown): Answer {
  const body = parseBody(attachBody, request);
  const network = referred(world, "networks", body.network, "network");
  if (server.private_net.some((one) => one.network === network.id)) {
    throw new ApiError("server_already_attached", "server is already attached to this network");
  }
  const { command, effects = [] } = attachmentTo(world, server.id, network, body);
  return answer(world, onServer(world, server, { command, effects, on: [{ kind: "networks", id: network.id }] }));
}

export function detachFromNetwork(world: World, server: Server, request: unknown): Answer {
  const { network } = parseBody(z.object({ network: z.number().int() }), request);
  if (!server.private_net.some((one) => one.network === network)) {
    throw invalid("network", `server is not attached to network ${network}`);
  }
  const private_net = server.private_net.filter((one) => one.network !== network);
  const action = onServer(world, server, {
    command: "detach_from_network",
    on: [{ kind: "networks", id: network }],
    effects: [setServer(server, { private_net })],
  });
  return answer(world, action);
}

export function changeAliasIps(world: World, server: Server, request: unknown): Answer {
  const { network, alias_ips } = parseBody(
    z.object({ network: z.number().int(), alias_ips: z.array(z.string()) }),
    request,
  );
  if (!server.private_net.some((one) => one.network === network)) {
    throw invalid("network", `server is not attached to network ${network}`);
  }
  const private_net = server.private_net.map((one) => (one.network === network ? { ...one, alias_ips } : one));
  const action = onServer(world, server, {
    command: "change_alias_ips",
    on: [{ kind: "networks", id: network }],
    effects: [setServer(server, { private_net })],
  });
  return answer(world, action);
}

/** The wanted address, or the first that is free in the subnets. */
export function freeAddress(world: World, network: Network, wanted?: string, range?: string): string {
  const subnets = network.subnets.filter(({ ip_range }) => range === undefined || ip_range === range);
  if (subnets.length === 0) throw new ApiError("no_subnet_available", "network has no subnet with a free address");
  const taken = takenIn(world, network.id).add(gatewayOf(network));
  if (wanted !== undefined) {
    const inside = subnets.some(({ ip_range }) => contains(ip_range, wanted));
    if (!inside || taken.has(wanted)) throw new ApiError("ip_not_available", `${wanted} is not available`);
    return wanted;
  }
  for (const { ip_range } of subnets) {
    const free = hosts(ip_range).find((ip) => !taken.has(ip));
    if (free !== undefined) return free;
  }
  throw new ApiError("no_subnet_available", "network has no subnet with a free address");
}

/** The gateway is the first address of the network, for all of its subnets. */
export const gatewayOf = ({ ip_range }: Network): string => hosts(ip_range).next().value ?? "";

/** In use, or promised to an action that runs. */
function takenIn(world: World, network: number): Set<string> {
  const attached = (["servers", "load_balancers"] as const).flatMap((kind) =>
    recordsOf(world, kind).flatMap(({ private_net }) => private_net),
  );
  const promised = Object.values(world.project.actions)
    .filter(({ status }) => status === "running")
    .flatMap(({ effects }) => effects.filter((effect) => effect.do === "attach-network"));
  return new Set([...attached, ...promised].filter((one) => one.network === network).map(({ ip }) => ip));
}
