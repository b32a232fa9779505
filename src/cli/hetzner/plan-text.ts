import type { Catalogue } from "../../environment/catalogue.ts";
import type { Cost } from "../../environment/cost.ts";
import { formatEuro } from "../../environment/money.ts";
import { planCounts, type PlanRow, planRows } from "../../hetzner/plan/rows.ts";
import type { Plan, Refusal } from "../../hetzner/plan/step.ts";
import type { Paint, Tone } from "../../report/text/style.ts";
import { columns, wrap } from "../../report/text/wrap.ts";
import { grid } from "../environment/grid.ts";

const tones: Readonly<Record<PlanRow["action"], Tone>> = {
  create: "added",
  update: "warning",
  replace: "removed",
  delete: "removed",
  nothing: "dim",
};

/** A plan as a table, what it loses below the step that loses it, and how many steps there are. */
export function planText(plan: Plan, paint: Paint, width: number): string[] {
  const rows = planRows(plan);
  if (rows.length === 0) return [`${plan.environment}: there is nothing at Hetzner`];
  const cells = [["", "", "€/month"], ...rows.map(({ mark, title, monthly }) => [mark, title, monthly])];
  const [head = "", ...lines] = grid(cells, ["left", "left", "right"]);
  const indent = " ".repeat(columns(head) + 2);
  const steps = rows.flatMap((row, index) => {
    const [first = "", ...rest] = wrap(row.why, indent, width);
    const left = (lines[index] ?? "").padEnd(indent.length);
    const lost = row.destroys === undefined ? [] : wrap(`loses ${row.destroys}`, indent, width);
    return [
      ...[left + first.slice(indent.length), ...rest].map((line) => paint(tones[row.action], line)),
      ...lost.map((line) => paint("error", line)),
    ];
  });
  return [paint("dim", head), ...steps, "", paint("heading", `${plan.environment}: ${planCounts(plan)}`)];
}

/** What a month costs with the plan applied, and by which prices. */
export function costText(
  { monthly, alwaysOn, dearest, budget }: Cost,
  { date, source }: Pick<Catalogue, "date" | "source">,
): string[] {
  const sleeps = monthly === alwaysOn ? "" : `, €${formatEuro(alwaysOn)} if it were always on`;
  const limit = budget
    ? ` Budget: €${formatEuro(budget.limit)}; the dearest month takes €${formatEuro(dearest.amount)}.`
    : "";
  return [`A month costs €${formatEuro(monthly)} net${sleeps}, by prices of ${date} from ${source}.${limit}`];
}

export function refusalText(refusals: readonly Refusal[], paint: Paint, width: number): string[] {
  return refusals.flatMap(({ code, message, hint }) => [
    ...wrap(`${code} ${message}`, "", width).map((line) => paint("error", line)),
    ...wrap(hint, "  ", width),
  ]);
}
