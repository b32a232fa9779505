import type { Catalogue } from "./catalogue.ts";
import { serverTypeOf } from "./catalogue.ts";
import type { Cost, CostLine } from "./cost.ts";
import { formatEuro, microEuros } from "./money.ts";
import type { Environment } from "./schema.ts";

/** What to know of these figures before believing them, the more surprising first. */
export function costNotes({ spec }: Environment, cost: Cost, catalogue: Catalogue): string[] {
  const { placement, lines, monthly, alwaysOn } = cost;
  if (placement === undefined) return [];
  const { sleep } = spec;
  const offer = serverTypeOf(catalogue, placement.type)?.locations.find(({ name }) => name === placement.location);
  const traffic = offer?.includedTrafficTB;
  return [
    ...(sleep && monthly > alwaysOn
      ? [
          "Sleeping costs more than staying on: every server that is made anew has a monthly cap of its own, and none reaches it",
        ]
      : []),
    ...(sleep ? ["Hours round up: each time it comes back, the last hour counts in full"] : []),
    sleep
      ? "A server that is only powered off costs as much as one that runs: to sleep it is deleted"
      : "A server that is powered off costs as much as one that runs, until it is deleted",
    ...(sleep ? kept(lines) : []),
    ...(sleep
      ? ["Prices are those for new orders: a server from before a rise can be cheaper when it is left on"]
      : []),
    ...(traffic === undefined
      ? []
      : [
          `Outgoing traffic: ${traffic} TB a month are included, then € ${formatEuro(microEuros(catalogue.trafficPerTB))} for each`,
        ]),
  ];
}

function kept(lines: readonly CostLine[]): string[] {
  const has = (kind: CostLine["kind"]): boolean => lines.some((line) => line.kind === kind);
  if (has("volume")) return ["Addresses and volumes are kept while it sleeps, so that DNS and data stay"];
  return has("primary-ip") ? ["Its address is kept while it sleeps, so that DNS stays"] : [];
}
