import { HetznerError, isNotFound } from "../client/failure.ts";
import { primaryIps, type Labelled } from "../client/resource-types.ts";
import { type Kind, resourceTypes } from "../kinds.ts";
import { isOwn } from "../labels.ts";
import { SlipwayError } from "../../model/error.ts";
import type { Ref } from "../plan/step.ts";
import { actionsDone, type Context } from "./context.ts";

/** A firewall or address that a deleted server had is let go a few seconds later. */
const lettingGo: ReadonlySet<string> = new Set(["resource_in_use", "must_be_unassigned"]);
const attempts = 12;

/**
 * Deletes one resource, its protection first. It is read once more before: only what carries the Environment's label now is
 * deleted, whatever the plan said.
 */
export async function remove(context: Context, on: Ref): Promise<void> {
  const { registry } = context;
  const id = registry.id(on);
  const type = resourceTypes[on.kind];
  const current = await present(context, on.kind, id);
  if (current) {
    if (!isOwn(current.labels, context.ports.owner)) throw noLongerOurs(on, id);
    if (current.protected === true) await protect(context, on, "off");
    if (on.kind === "primary ip") await unassign(context, id);
    await deleted(context, () => context.ports.client.delete(type, id, context.ports.signal));
  }
  registry.removed(on);
}

async function present({ ports }: Context, kind: Kind, id: number): Promise<Labelled | undefined> {
  try {
    return await ports.client.get(resourceTypes[kind], id, ports.signal);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function deleted(context: Context, act: () => ReturnType<Context["ports"]["client"]["delete"]>): Promise<void> {
  const { clock, poll, signal } = context.ports;
  for (let attempt = 1; ; attempt++) {
    try {
      await actionsDone(context, await act());
      return;
    } catch (error) {
      if (!(error instanceof HetznerError) || !lettingGo.has(error.apiCode) || attempt >= attempts) throw error;
      await clock.sleep(poll(attempt), signal);
    }
  }
}

/** An address must be free before it is deleted. https://docs.hetzner.cloud/changelog */
async function unassign(context: Context, id: number): Promise<void> {
  const { client, signal } = context.ports;
  const { server } = await client.get(primaryIps, id, signal);
  if (server === undefined) return;
  await actionsDone(context, await client.act(primaryIps, id, "unassign", {}, signal));
}

export async function protect(context: Context, on: Ref, protection: "on" | "off"): Promise<void> {
  const { client, signal } = context.ports;
  const guarded = protection === "on";
  // A server's two guards can only be set together.
  const body = on.kind === "server" ? { delete: guarded, rebuild: guarded } : { delete: guarded };
  const id = context.registry.id(on);
  await actionsDone(context, await client.act(resourceTypes[on.kind], id, "change_protection", body, signal));
}

function noLongerOurs({ kind, name }: Ref, id: number): SlipwayError {
  return new SlipwayError(
    "SLW-HETZNER-FOREIGN",
    `${kind} ${name} (${id}) has lost the Environment's label and is left alone`,
    {
      hint: "Somebody changed its labels. Remove it by hand, or put the label back.",
    },
  );
}
