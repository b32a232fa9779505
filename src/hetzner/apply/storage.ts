import { createOnce } from "../client/create-once.ts";
import { primaryIps, volumes } from "../client/resource-types.ts";
import type { DeclaredAddress, DeclaredVolume } from "../plan/declared.ts";
import { ref } from "../plan/draft.ts";
import type { ServerOrder } from "../plan/step.ts";
import { actionsDone, type Context } from "./context.ts";
import { protect, remove } from "./remove.ts";

export async function createAddress(
  context: Context,
  { name, type, labels }: DeclaredAddress,
  location: string,
): Promise<void> {
  const body = { name, type, labels, location, assignee_type: "server", auto_delete: false };
  const { resource } = await createOnce(context.ports.client, { type: primaryIps, body }, context.ports);
  context.registry.made(ref("primary ip", name), resource.id, resource.location);
}

export async function createVolume(
  context: Context,
  { name, sizeGB, format, labels }: DeclaredVolume,
  location: string,
): Promise<void> {
  const body = { name, labels, location, size: sizeGB, format };
  const { resource, actions } = await createOnce(context.ports.client, { type: volumes, body }, context.ports);
  context.registry.made(ref("volume", name), resource.id, resource.location);
  await actionsDone(context, actions);
}

/**
 * Addresses and volumes can only be used where they are. What this run has just made is made again where the server goes; an
 * address from before goes only where the plan says that it is lost, and a volume from before never.
 */
export async function moveStorage(context: Context, order: ServerOrder, location: string): Promise<void> {
  const { registry } = context;
  for (const address of order.addresses) {
    const on = ref("primary ip", address.name);
    if (registry.find(on)?.location === location) continue;
    await remove(context, on);
    await createAddress(context, address, location);
    if (address.protection === "on") await protect(context, on, "on");
  }
  for (const volume of order.volumes) {
    const on = ref("volume", volume.name);
    const present = registry.find(on);
    if (present?.location === location) continue;
    if (present?.fresh !== true) throw new TypeError(`volume ${volume.name} has data and would have been moved`);
    await remove(context, on);
    await createVolume(context, volume, location);
    if (volume.protection === "on") await protect(context, on, "on");
  }
}
