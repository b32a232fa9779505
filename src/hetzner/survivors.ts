import type { Catalogue } from "../environment/catalogue.ts";
import { formatEuro } from "../environment/money.ts";
import type { Clock } from "../model/ports.ts";
import { SlipwayError } from "../model/error.ts";
import type { Item } from "./estate-items.ts";

/** Milliseconds that Hetzner has to let go of what was deleted. */
const patience = 60_000;
const pause = 2000;

/** Lists until nothing is left or the time is up, and gives what is left. */
export async function survivors(
  list: () => Promise<Item[]>,
  { clock, signal, onWait }: { clock: Clock; signal: AbortSignal; onWait: (left: readonly Item[]) => void },
): Promise<Item[]> {
  const started = clock.now();
  for (;;) {
    const left = await list();
    if (left.length === 0 || clock.now() - started > patience) return left;
    onWait(left);
    await clock.sleep(pause, signal);
  }
}

/** What is left, as an error with a table. */
export function orphanError(left: readonly Item[], { date }: Pick<Catalogue, "date">): SlipwayError {
  const lines = left.map(({ kind, resource, detail, monthly }) => {
    const price = monthly === undefined ? "price not known" : `€${formatEuro(monthly)} a month`;
    return `  ${kind} ${resource.name} (${resource.id})${detail === "" ? "" : `, ${detail}`}: ${price}`;
  });
  const sum = left.reduce((total, { monthly = 0 }) => total + monthly, 0);
  const count = left.length === 1 ? "1 resource is" : `${left.length} resources are`;
  return new SlipwayError(
    "SLW-HETZNER-ORPHANS",
    `${count} left, €${formatEuro(sum)} a month at prices of ${date}:\n${lines.join("\n")}`,
    { hint: "Run again. What stays is in use by something else, or protected: look at it in the Hetzner Console." },
  );
}
