import type { Cost } from "../../src/environment/cost.ts";
import { formatEuro } from "../../src/environment/money.ts";
import type { Classified } from "../../src/hetzner/classify.ts";
import type { Item } from "../../src/hetzner/estate-items.ts";
import { planCounts, planRows } from "../../src/hetzner/plan/rows.ts";
import type { Plan, Refusal } from "../../src/hetzner/plan/step.ts";
import { text } from "../../src/report/markdown/escape.ts";

/** A plan as a table, with what it loses in the row of the step that loses it. Names come from the cloud, and may be anything. */
export function planMarkdown(plan: Plan): string {
  const rows = planRows(plan).map(({ mark, title, monthly, why, destroys }) => {
    const lost = destroys === undefined ? "" : ` **Loses ${text(destroys)}.**`;
    return row([`\`${mark}\``, text(title), monthly, `${text(why)}${lost}`]);
  });
  const notes = plan.notes.map((note) => `- ${text(note)}`);
  if (rows.length === 0) return "Nothing is at Hetzner, and nothing is to be done.";
  return [
    ...table(["", "Step", "€ a month", "Why"], ["---", "---", "---:", "---"], rows),
    "",
    `**${planCounts(plan)}**`,
    ...(notes.length === 0 ? [] : ["", ...notes]),
  ].join("\n");
}

export function costMarkdown({ monthly, alwaysOn, dearest, budget, prices }: Cost): string {
  const sleeps = monthly === alwaysOn ? "" : `, € ${formatEuro(alwaysOn)} if it were always on`;
  const limit = budget
    ? ` Budget: € ${formatEuro(budget.limit)}; the dearest month takes € ${formatEuro(dearest.amount)}.`
    : "";
  return `A month costs **€ ${formatEuro(monthly)}** net of VAT${sleeps}, by prices of ${prices.date}.${limit}`;
}

export const refusalsMarkdown = (refusals: readonly Refusal[]): string =>
  refusals.map(({ code, message, hint }) => `- \`${code}\` ${text(message)}. ${text(hint)}`).join("\n");

/** What stays, with its price. */
export function itemsMarkdown(items: readonly Item[]): string {
  const rows = items.map((item) => row([named(item), euros(item.monthly)]));
  return table(["What", "€ a month"], ["---", "---:"], rows).join("\n");
}

/** What a sweep found, what nobody needs first. */
export function foundMarkdown(found: readonly Classified[]): string {
  const first = found.toSorted((a, b) => Number(b.verdict === "orphan") - Number(a.verdict === "orphan"));
  const rows = first.map((item) =>
    row([item.verdict, text(item.environment ?? ""), named(item), euros(item.monthly), text(item.why)]),
  );
  if (rows.length === 0) return "Nothing with slipway's labels is at Hetzner.";
  return table(["", "Environment", "What", "€ a month", "Why"], ["---", "---", "---", "---:", "---"], rows).join("\n");
}

export const sumOf = (items: readonly Item[]): number => items.reduce((total, { monthly = 0 }) => total + monthly, 0);

const named = ({ kind, resource, detail }: Item): string =>
  `${kind} ${text(resource.name)}${detail === "" ? "" : `, ${text(detail)}`}`;
const euros = (monthly: number | undefined): string => (monthly === undefined ? "?" : formatEuro(monthly));
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rule: readonly string[], rows: readonly string[]): string[] => [
  row(head),
  row(rule),
  ...rows,
];
