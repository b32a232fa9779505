import { createOnce } from "../client/create-once.ts";
import { firewalls, networks, placementGroups, primaryIps, sshKeys } from "../client/resource-types.ts";
import type { FirewallRule, Labelled } from "../client/resource-types.ts";
import { resourceTypes } from "../kinds.ts";
import { ref } from "../plan/draft.ts";
import type { Operation, Ref } from "../plan/step.ts";
import { attach } from "./attach.ts";
import { actionsDone, type Context, untilStatus } from "./context.ts";
import { finish } from "./finish.ts";
import { protect, remove } from "./remove.ts";
import { createServer } from "./server.ts";
import { createAddress, createVolume } from "./storage.ts";
import { start, whileOff } from "./while-off.ts";

/** Does one operation, to its end. */
export async function perform(context: Context, operation: Operation): Promise<void> {
  const { ports, registry } = context;
  const { client, signal } = ports;
  const made = async (
    { kind, name }: Ref,
    created: Promise<{ resource: Labelled; actions: Parameters<typeof actionsDone>[1] }>,
  ) => {
    const { resource, actions } = await created;
    registry.made({ kind, name }, resource.id);
    await actionsDone(context, actions);
  };
  switch (operation.do) {
    case "create ssh key": {
      const { name, labels, publicKey, fingerprint } = operation.key;
      const body = { name, labels, public_key: publicKey };
      return made(ref("ssh key", name), createOnce(client, { type: sshKeys, body, lookup: { fingerprint } }, ports));
    }
    case "create firewall": {
      const { name, labels, rules } = operation.firewall;
      const body = { name, labels, rules: rules.map(ruleBody) };
      return made(ref("firewall", name), createOnce(client, { type: firewalls, body }, ports));
    }
    case "create network": {
      const { name, labels, cidr } = operation.network;
      const subnets = [{ type: "cloud", ip_range: cidr, network_zone: operation.zone }];
      return made(
        ref("network", name),
        createOnce(client, { type: networks, body: { name, labels, ip_range: cidr, subnets } }, ports),
      );
    }
    case "create placement group": {
      const { name, labels } = operation;
      return made(
        ref("placement group", name),
        createOnce(client, { type: placementGroups, body: { name, labels, type: "spread" } }, ports),
      );
    }
    case "create primary ip":
      return createAddress(context, operation.address, operation.location);
    case "create volume":
      return createVolume(context, operation.volume, operation.location);
    case "create server":
      return createServer(context, operation.order);
    case "delete":
      return remove(context, operation.on);
    case "label": {
      const { on, name, labels } = operation;
      await client.update(resourceTypes[on.kind], registry.id(on), { name, labels }, signal);
      return undefined;
    }
    case "outlive server":
      await client.update(primaryIps, registry.id(operation.on), { auto_delete: false }, signal);
      return undefined;
    case "protect":
      return protect(context, operation.on, operation.protection);
    case "set rules":
      return actionsDone(
        context,
        await client.act(
          firewalls,
          registry.id(operation.on),
          "set_rules",
          { rules: operation.rules.map(ruleBody) },
          signal,
        ),
      );
    case "while off":
      return whileOff(context, operation.on, operation.inside);
    case "power on":
      return start(context, registry.id(operation.on));
    case "await":
      await untilStatus(context, registry.id(operation.on), "running");
      return undefined;
    case "finish":
      return finish(context, registry.id(operation.on));
    case "resize":
    case "attach volume":
    case "detach volume":
    case "attach network":
    case "apply firewall":
    case "leave placement group":
      return attach(context, operation);
    default:
      return operation satisfies never;
  }
}

const ruleBody = ({ direction, protocol, port, from, to, description }: FirewallRule): Record<string, unknown> => ({
  direction,
  protocol,
  ...(port !== undefined && { port }),
  ...(direction === "in" ? { source_ips: from } : { destination_ips: to }),
  ...(description !== undefined && { description }),
});
