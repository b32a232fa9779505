import type { Catalogue } from "./environment/catalogue.ts";
import type { Environment } from "./environment/schema.ts";
import { apply } from "./hetzner/apply/apply.ts";
import { type ApplyEvent, makingNothing } from "./hetzner/apply/ports.ts";
import { type Classified, classifyEstate, isOrphan, type SweepKnowledge } from "./hetzner/classify.ts";
import type { Item } from "./hetzner/estate-items.ts";
import { takeInventory } from "./hetzner/inventory.ts";
import { environmentLabel } from "./hetzner/labels.ts";
import { partsOf } from "./hetzner/plan/declared.ts";
import { sweepPlans } from "./hetzner/plan/sweep-plan.ts";
import { orphanError, survivors } from "./hetzner/survivors.ts";
import { type HetznerAccess, type HetznerPorts, marketOf, openHetzner, waiting } from "./hetzner-access.ts";

export interface SweepOptions {
  access: HetznerAccess;
  /** "list" changes nothing; "delete" deletes orphans, and labels what controllers made for clusters that run. */
  mode: "list" | "delete";
  /** All Environments of the repository. */
  environments: readonly Environment[];
  repository: string | undefined;
  previews?: SweepKnowledge["previews"];
}

export interface SweepPorts extends HetznerPorts {
  onFound: (found: readonly Classified[]) => void;
  report: (event: ApplyEvent) => void;
  onWait: (left: readonly Item[]) => void;
}

export interface SweepOutputs {
  /** Everything with slipway's labels, and what controllers made, as it was found. */
  found: Classified[];
  /** Orphans that are there at the end. */
  orphans: Classified[];
  catalogue: Catalogue;
}

/** Looks through a whole project, across all Environments, for what nobody needs and somebody pays for. */
export async function sweep(options: SweepOptions, ports: SweepPorts): Promise<SweepOutputs> {
  const { access, mode, environments, repository, previews } = options;
  const client = openHetzner(access, ports);
  const { catalogue } = await marketOf(client, access, ports);
  const knowledge = { repository, environments: declaredParts(environments), previews };
  const look = async (): Promise<Classified[]> =>
    classifyEstate(await takeInventory(client, environmentLabel, ports.signal), knowledge, catalogue);
  const found = await look();
  ports.onFound(found);
  if (mode === "list") return { found, orphans: found.filter(isOrphan), catalogue };
  for (const { owner, plan } of sweepPlans(found, repository)) {
    await apply(plan, { ...ports, client, ...waiting(ports.random), owner, ...makingNothing });
  }
  const left = await survivors(async () => (await look()).filter(isOrphan), ports);
  if (left.length > 0) throw orphanError(left, catalogue);
  return { found, orphans: [], catalogue };
}

function declaredParts(environments: readonly Environment[]): SweepKnowledge["environments"] {
  return Object.fromEntries(
    environments.map((environment) => {
      const { server } = environment.spec;
      return [environment.metadata.name, server.provider === "hetzner" ? partsOf(environment, server) : []];
    }),
  );
}
