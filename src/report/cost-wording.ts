import type { CostChange, EnvironmentChange } from "../model/environment-change.ts";

/** `€ 9.12 → € 14.40 a month (+5.28), over the budget of € 12.00`. */
export function costSentence({ before, after, difference, budget, isOverBudget }: CostChange): string {
  const sides = [before, after].filter((side) => side !== undefined).map((side) => `€ ${side}`);
  const amount = /^[+-]?0\.00$/.test(difference)
    ? `€ ${after ?? before ?? "0.00"} a month, as before`
    : before === undefined
      ? `${sides.join("")} a month`
      : after === undefined
        ? `${sides.join("")} a month less`
        : `${sides.join(" → ")} a month (${difference})`;
  if (budget === undefined) return amount;
  return `${amount}, ${isOverBudget ? "over" : "within"} the budget of € ${budget}`;
}

/** Where the figures are from: the last word on a bill is the provider's. */
export function pricesNote(changes: readonly EnvironmentChange[]): string | undefined {
  const day = changes.find(({ cost }) => cost !== undefined)?.cost?.pricesOf;
  return day === undefined ? undefined : `Costs are of an average month, net of VAT, with the prices of ${day}`;
}

export const environmentSigns = { added: "+", removed: "-", changed: "~" } as const;
