import { formatEuro } from "../../src/environment/money.ts";
import type { Classified } from "../../src/hetzner/classify.ts";
import type { Item } from "../../src/hetzner/estate-items.ts";
import { foundMarkdown, itemsMarkdown, sumOf } from "../hetzner/markdown.ts";

export function keptSummary(name: string, kept: readonly Item[]): string {
  if (kept.length === 0) return `\nNothing of ${name} is left at Hetzner, and nothing is paid for.\n`;
  return `\nKept of ${name}, for € ${formatEuro(sumOf(kept))} a month:\n\n${itemsMarkdown(kept)}\n`;
}

export const sweepSummary = (found: readonly Classified[]): string =>
  `## What is at Hetzner\n\n${foundMarkdown(found)}\n\nEuros net of VAT.\n`;

export function sweepFailure(orphans: readonly Item[]): string {
  const what = orphans.length === 1 ? "1 resource belongs" : `${orphans.length} resources belong`;
  return `${what} to nothing any more, for € ${formatEuro(sumOf(orphans))} a month. Run again with delete: true (SLW-HETZNER-ORPHANS)`;
}

/** What is there at the end, and what it costs. */
export const leftOutputs = (left: readonly Item[]): Record<string, string> => ({
  left: JSON.stringify(
    left.map(({ kind, resource: { id, name }, detail, monthly }) => ({
      kind,
      id,
      name,
      detail,
      monthly: monthly === undefined ? null : formatEuro(monthly),
    })),
  ),
  "monthly-cost": formatEuro(sumOf(left)),
});
