import type { FieldChange } from "../model/change.ts";
import type { CostChange, EnvironmentChange } from "../model/environment-change.ts";
import type { Json } from "../model/resource.ts";
import { inlineValue } from "./value.ts";

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

/** `spec.server.types: [cx23] → [cx33]`, with the sign of what happens to the field. */
export function environmentField({
  path,
  before,
  after,
}: FieldChange): { sign: "+" | "-" | "~"; values: string[] } & Pick<FieldChange, "path"> {
  const values = [before, after].flatMap((value) => (value === undefined ? [] : shortValue(value)));
  return { sign: before === undefined ? "+" : after === undefined ? "-" : "~", path, values };
}

/** Lists and mappings as a person writes them on a line. */
function shortValue(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(shortValue).join(", ")}]`;
  if (typeof value !== "object" || value === null) return inlineValue(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${shortValue(one)}`)
    .join(", ")} }`;
}
