import { firewalls, servers, volumes } from "../client/resource-types.ts";
import { ref } from "../plan/draft.ts";
import type { Operation } from "../plan/step.ts";
import { type Context, ensure } from "./context.ts";

type Attachment = Extract<
  Operation,
  { do: "resize" | "attach volume" | "detach volume" | "attach network" | "apply firewall" | "leave placement group" }
>;

/** What can be done while a server runs. */
export async function attach(context: Context, operation: Attachment): Promise<void> {
  const { client, signal } = context.ports;
  const { registry } = context;
  const id = registry.id(operation.on);
  switch (operation.do) {
    case "resize":
      return ensure(
        context,
        () => client.act(volumes, id, "resize", { size: operation.sizeGB }, signal),
        async () => (await client.get(volumes, id, signal)).sizeGB >= operation.sizeGB,
      );
    case "attach volume": {
      const server = registry.id(ref("server", operation.server));
      return ensure(
        context,
        () => client.act(volumes, id, "attach", { server, automount: false }, signal),
        async () => (await client.get(volumes, id, signal)).server === server,
      );
    }
    case "detach volume":
      return detach(context, id);
    case "attach network": {
      const network = registry.id(ref("network", operation.network));
      return ensure(
        context,
        () => client.act(servers, id, "attach_to_network", { network }, signal),
        async () => (await client.get(servers, id, signal)).networks.some((one) => one.network === network),
      );
    }
    case "apply firewall": {
      const firewall = registry.id(ref("firewall", operation.firewall));
      const body = { apply_to: [{ type: "server", server: { id } }] };
      return ensure(
        context,
        () => client.act(firewalls, firewall, "apply_to_resources", body, signal),
        async () => (await client.get(servers, id, signal)).firewalls.includes(firewall),
      );
    }
    case "leave placement group":
      return ensure(
        context,
        () => client.act(servers, id, "remove_from_placement_group", {}, signal),
        async () => (await client.get(servers, id, signal)).placementGroup === undefined,
      );
    default:
      return operation satisfies never;
  }
}

async function detach(context: Context, id: number): Promise<void> {
  const { client, signal } = context.ports;
  const isFree = async (): Promise<boolean> => (await client.get(volumes, id, signal)).server === undefined;
  if (await isFree()) return;
  await ensure(context, () => client.act(volumes, id, "detach", {}, signal), isFree);
}
