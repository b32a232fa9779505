import type { Environment } from "./environment/schema.ts";
import { apply } from "./hetzner/apply/apply.ts";
import { type ApplyEvent, makingNothing } from "./hetzner/apply/ports.ts";
import type { HetznerClient } from "./hetzner/client/client.ts";
import { type Item, itemsOf } from "./hetzner/estate-items.ts";
import { takeInventory } from "./hetzner/inventory.ts";
import { environmentSelector, type Owner } from "./hetzner/labels.ts";
import type { Plan } from "./hetzner/plan/step.ts";
import type { Keep } from "./hetzner/plan/keep.ts";
import { isKept, ownOf, planTeardown } from "./hetzner/plan/teardown-plan.ts";
import { orphanError, survivors } from "./hetzner/survivors.ts";
import { type HetznerAccess, type HetznerPorts, marketOf, openHetzner, waiting } from "./hetzner-access.ts";
import { SlipwayError } from "./model/error.ts";

export interface TeardownOptions {
  environment: Environment;
  access: HetznerAccess;
  mode: "plan" | "apply";
  /** What stays and goes on being paid for. */
  keep: readonly Keep[];
  /** What a person typed to say that the protected Environment is meant. */
  confirm?: string | undefined;
  repository?: string | undefined;
}

export interface TeardownPorts extends HetznerPorts {
  onPlan: (plan: Plan) => void;
  report: (event: ApplyEvent) => void;
  onWait: (left: readonly Item[]) => void;
}

export interface TeardownOutputs {
  plan: Plan;
  mode: TeardownOptions["mode"];
  /** What stays because it was to be kept, with its price. */
  kept: Item[];
}

/**
 * Deletes an Environment's resources at Hetzner and whatever controllers made for its cluster, and lists until nothing is left. Throws
 * SLW-HETZNER-ORPHANS with a table where something stays.
 */
export async function teardown(options: TeardownOptions, ports: TeardownPorts): Promise<TeardownOutputs> {
  const { environment, access, mode, keep } = options;
  const owner: Owner = { environment: environment.metadata.name, repository: options.repository };
  const client = openHetzner(access, ports);
  const { catalogue } = await marketOf(client, access, ports);
  const estate = await takeInventory(client, environmentSelector(owner), ports.signal);
  const plan = planTeardown(estate, { owner, keep, catalogue });
  ports.onPlan(plan);
  const remaining = (): Promise<Item[]> => ownItems(client, owner, catalogue, ports.signal);
  if (mode === "plan") return { plan, mode, kept: (await remaining()).filter((item) => isKept(item, keep)) };
  confirmed(plan, options);
  await apply(plan, {
    client,
    clock: ports.clock,
    ...waiting(ports.random),
    signal: ports.signal,
    owner,
    report: ports.report,
    ...makingNothing,
  });
  const left = await survivors(async () => (await remaining()).filter((item) => !isKept(item, keep)), ports);
  if (left.length > 0) throw orphanError(left, catalogue);
  return { plan, mode, kept: await remaining() };
}

async function ownItems(
  client: HetznerClient,
  owner: Owner,
  ...[catalogue, signal]: [Parameters<typeof itemsOf>[1], AbortSignal]
): Promise<Item[]> {
  const { labelled } = await takeInventory(client, environmentSelector(owner), signal);
  return itemsOf(ownOf(labelled, owner), catalogue);
}

function confirmed({ steps }: Plan, { environment: { metadata, spec }, confirm }: TeardownOptions): void {
  const guarded = steps.filter((step) => step.guarded === true).map(({ on }) => `${on.kind} ${on.name}`);
  const declared = spec.server.provider === "hetzner" && spec.server.protection;
  if ((guarded.length === 0 && !declared) || confirm === metadata.name) return;
  throw new SlipwayError(
    "SLW-HETZNER-PROTECTED",
    `${metadata.name} is protected against deletion: ${guarded.join(", ") || "its file says so"}`,
    {
      hint:
        confirm === undefined
          ? `Type its name: --confirm ${metadata.name}`
          : `What was typed is "${confirm}", not "${metadata.name}".`,
    },
  );
}
