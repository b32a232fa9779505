import { z } from "zod";
import { ensureUnheld, renderAction, startAction } from "../../actions/actions.ts";
import { ApiError, invalid } from "../../http/errors.ts";
import { type Answer, created } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import type { LoadBalancerTarget, RecordOf } from "../../state/records.ts";
import type { Effect } from "../../state/state.ts";
import type { World } from "../../world.ts";
import { freeAddress } from "../networks/attachment.ts";
import { changeProtection } from "../protection.ts";
import { referred, type Resource } from "../resource.ts";
import { defaultPointer, pointerBody } from "../reverse-dns.ts";
import { algorithmBody, serviceBody, serviceOf, targetBody } from "./bodies.ts";
import { balancerBill, createLoadBalancer, ensureTarget } from "./create.ts";
import { renderLoadBalancer, typeRow } from "./render.ts";

type LoadBalancer = RecordOf<"load_balancers">;

export const loadBalancers: Resource<"load_balancers"> = {
  kind: "load_balancers",
  singular: "load_balancer",
  title: "load balancer",
  sorts: ["id", "name", "created"],
  render: renderLoadBalancer,
  create: createLoadBalancer,
  // Since 2026-10-05 a delete answers 201 with an action instead of 204.
  remove(world, balancer) {
    const on = { kind: "load_balancers", id: balancer.id } as const;
    const action = startAction(world, {
      command: "delete_load_balancer",
      on: [on],
      effects: [{ do: "remove", ...on }],
    });
    return created({ action: renderAction(world, action) });
  },
  commands: {
    add_target(world, balancer, request) {
      const target = parseBody(targetBody, request);
      ensureTarget(world, target, balancer.private_net.length > 0);
      if (balancer.targets.some((one) => isSame(one, target))) {
        throw new ApiError("target_already_defined", "this target is already defined");
      }
      return change(world, balancer, "add_target", { targets: [...balancer.targets, target] });
    },
    remove_target(world, balancer, request) {
      const target = parseBody(targetBody, request);
      const targets = balancer.targets.filter((one) => !isSame(one, target));
      if (targets.length === balancer.targets.length) throw new ApiError("not_found", "load balancer target not found");
      return change(world, balancer, "remove_target", { targets });
    },
    add_service(world, balancer, request) {
      const service = serviceOf(parseBody(serviceBody, request));
      if (service === undefined) throw invalid("listen_port", "is missing");
      if (balancer.services.some(({ listen_port }) => listen_port === service.listen_port)) {
        throw new ApiError("source_port_already_used", `port ${service.listen_port} is already in use`);
      }
      return change(world, balancer, "add_service", { services: [...balancer.services, service] });
    },
    update_service(world, balancer, request) {
      const body = parseBody(serviceBody, request);
      const before = serviceAt(balancer, body.listen_port);
      const after = serviceOf(body, before) ?? before;
      const services = balancer.services.map((one) => (one === before ? after : one));
      return change(world, balancer, "update_service", { services });
    },
    delete_service(world, balancer, request) {
      const before = serviceAt(balancer, parseBody(z.object({ listen_port: z.number() }), request).listen_port);
      return change(world, balancer, "delete_service", { services: balancer.services.filter((one) => one !== before) });
    },
    change_algorithm: (world, balancer, request) =>
      change(world, balancer, "change_algorithm", { algorithm: parseBody(algorithmBody, request).type }),
    change_type(world, balancer, request) {
      const { load_balancer_type } = parseBody(
        z.object({ load_balancer_type: z.union([z.string(), z.number()]) }),
        request,
      );
      const type = typeRow(load_balancer_type);
      if (type === undefined || type[4] < balancer.targets.length || type[3] < balancer.services.length) {
        throw new ApiError("invalid_load_balancer_type", "the load balancer type does not fit");
      }
      return change(world, balancer, "change_load_balancer_type", { load_balancer_type: type[1] }, [
        { do: "bill", billed: balancerBill(balancer, type[1], type[7]) },
      ]);
    },
    attach_to_network(world, balancer, request) {
      const { network: id, ip } = parseBody(
        z.object({ network: z.number().int(), ip: z.string().optional() }),
        request,
      );
      const network = referred(world, "networks", id, "network");
      if (balancer.private_net.length > 0) {
        throw new ApiError("load_balancer_already_attached", "load balancer is already attached to a network");
      }
      const private_net = [{ network: id, ip: freeAddress(world, network, ip) }];
      return change(world, balancer, "attach_to_network", { private_net });
    },
    detach_from_network(world, balancer, request) {
      const { network } = parseBody(z.object({ network: z.number().int() }), request);
      const private_net = balancer.private_net.filter((one) => one.network !== network);
      return change(world, balancer, "detach_from_network", { private_net });
    },
    enable_public_interface: (world, balancer) =>
      change(world, balancer, "enable_public_interface", { public_enabled: true }),
    disable_public_interface(world, balancer) {
      if (balancer.private_net.length === 0) {
        throw new ApiError("load_balancer_not_attached_to_network", "load balancer is not attached to a network");
      }
      if (balancer.targets.some(({ use_private_ip }) => !use_private_ip)) {
        throw new ApiError("targets_without_use_private_ip", "there are targets that use the public network");
      }
      return change(world, balancer, "disable_public_interface", { public_enabled: false });
    },
    change_dns_ptr(world, balancer, request) {
      const { ip, dns_ptr } = parseBody(pointerBody, request);
      const version = (["ipv4", "ipv6"] as const).find((one) => balancer[one].ip === ip);
      if (version === undefined) throw invalid("ip", `${ip} is not an address of this load balancer`);
      return change(world, balancer, "change_dns_ptr", {
        [version]: { ...balancer[version], dns_ptr: dns_ptr ?? defaultPointer(ip) },
      });
    },
    change_protection: changeProtection("load_balancers"),
  },
};

const isSame = (one: LoadBalancerTarget, other: LoadBalancerTarget): boolean =>
  one.type === other.type && one.server === other.server && one.selector === other.selector && one.ip === other.ip;

function serviceAt(balancer: LoadBalancer, port: number | undefined) {
  const service = balancer.services.find(({ listen_port }) => listen_port === port);
  if (service === undefined) throw new ApiError("not_found", `service on port ${port} not found`);
  return service;
}

function change(
  world: World,
  balancer: LoadBalancer,
  command: string,
  fields: Partial<LoadBalancer>,
  more: readonly Effect[] = [],
): Answer {
  const on = { kind: "load_balancers", id: balancer.id } as const;
  ensureUnheld(world, on);
  const action = startAction(world, { command, on: [on], effects: [{ do: "set", ...on, fields }, ...more] });
  return created({ action: renderAction(world, action) });
}
