import type { Catalogue } from "../../environment/catalogue.ts";
import { type Cost, type CostKind, type CostLine, cost } from "../../environment/cost.ts";
import { costNotes } from "../../environment/cost-notes.ts";
import { fallbacks } from "../../environment/fallbacks.ts";
import { formatEuro, type MicroEuro } from "../../environment/money.ts";
import type { Environment, Sleep } from "../../environment/schema.ts";
import type { Paint } from "../../report/text/style.ts";
import { wrap } from "../../report/text/wrap.ts";
import { daysText } from "../../environment/days.ts";
import { grid } from "./grid.ts";

const kinds: Readonly<Record<CostKind, string>> = {
  server: "server",
  agent: "agent",
  "primary-ip": "address",
  volume: "volume",
  snapshot: "snapshot",
  "load-balancer": "load balancer",
};

/** What an Environment costs: a line for each thing, the sum, the budget, and what it would be with the next type of the list. */
export function costText(environment: Environment, catalogue: Catalogue, paint: Paint, width: number): string {
  const { name } = environment.metadata;
  const { sleep } = environment.spec;
  if (environment.spec.server.provider === "none") {
    return `${paint("heading", name)}\n  The cluster is not slipway's, and so costs nothing here.\n`;
  }
  const sum = cost(environment, catalogue);
  const notes = costNotes(environment, sum, catalogue).flatMap((note) => item(note, width));
  return `${[
    paint("heading", sleep === undefined ? `${name}, always on` : `${name}, awake ${awake(sleep)}`),
    "",
    ...table(sum, sleep !== undefined).map((line, index) => (index === 0 ? paint("dim", line) : line)),
    ...sum.unpriced.map((label) => paint("warning", `  no price is known for ${label}, so it is missing from the sum`)),
    "",
    ...summary(sum, sleep !== undefined, paint),
    ...otherTypes(environment, catalogue),
    "",
    ...notes.map((line) => paint("dim", line)),
  ].join("\n")}\n`;
}

/** `07:30–20:00 on mon–fri (Europe/Berlin)`. */
const awake = ({ up, down, days, timezone }: Sleep): string => `${up}–${down} on ${daysText(days)} (${timezone})`;

function table({ lines, hourly, monthly, alwaysOn }: Cost, sleeps: boolean): string[] {
  const optional = (cells: readonly string[]): string[] => (sleeps ? [...cells] : []);
  const rows = [
    ["", "", "hourly", ...optional(["hours"]), "a month", ...optional(["always on"])],
    ...lines.map((line) => [
      `${line.count > 1 ? `${line.count} × ` : ""}${kinds[line.kind]}`,
      line.label,
      perHour(line.rate.hourly * line.count),
      ...optional([hoursOf(line)]),
      euro(line.monthly),
      ...optional([euro(line.alwaysOn)]),
    ]),
    ["together", "", perHour(hourly), ...optional([""]), euro(monthly), ...optional([euro(alwaysOn)])],
  ];
  const numbers = Array.from({ length: sleeps ? 4 : 2 }, () => "right" as const);
  return grid(rows, ["left", "left", ...numbers]).map((line) => `  ${line}`);
}

const euro = (amount: MicroEuro): string => `€ ${formatEuro(amount)}`;
/** Hours cost fractions of a cent. */
const perHour = (amount: MicroEuro): string => `€ ${(Math.round(amount / 100) / 10_000).toFixed(4)}`;
const hoursOf = ({ hours }: CostLine): string => (hours === undefined ? "all" : hours.toFixed(1));
const percent = (share: number): string => `${Math.round(share * 100)} %`;

function summary({ monthly, alwaysOn, dearest, budget }: Cost, sleeps: boolean, paint: Paint): string[] {
  const saved = alwaysOn - monthly;
  const effect =
    saved > 0 ? `Sleep saves ${euro(saved)} a month (${percent(saved / alwaysOn)})` : "Sleep saves nothing";
  return [
    ...(sleeps ? [`  ${effect}; the dearest month, ${monthName(dearest.month)}, costs ${euro(dearest.amount)}`] : []),
    ...(budget === undefined
      ? []
      : [
          paint(
            budget.isOver ? "error" : "added",
            `  ${budget.isOver ? "Over" : "Within"} the budget of ${euro(budget.limit)}: ${percent(budget.share)} of it is used`,
          ),
        ]),
  ];
}

const monthName = (month: string): string =>
  new Date(`${month}-01T00:00:00Z`).toLocaleString("en", { month: "long", year: "numeric", timeZone: "UTC" });

/** Stock runs out, and then the next type of the list is made and paid for. */
function otherTypes(environment: Environment, catalogue: Catalogue): string[] {
  const [, ...others] = fallbacks(environment, catalogue);
  if (others.length === 0) return [];
  const parts = others.map((one) => {
    const over = one.cost.budget?.isOver === true ? ", over the budget" : "";
    return `${one.placement.type} ${euro(one.cost.monthly)}${over}`;
  });
  return [`  Out of stock? Then ${parts.join(" · ")}`];
}

function item(text: string, width: number): string[] {
  return wrap(text, "    ", width).map((line, index) => (index === 0 ? `  · ${line.slice(4)}` : line));
}

/** Which prices these are, once below all Environments. */
export function pricesText({ date, source, estimates }: Catalogue, paint: Paint, width: number): string {
  const lines = [
    ...wrap(`Euros, net of VAT, with prices of ${date} for new orders; an average month of that year.`, "", width),
    ...wrap(`Source: ${source}.`, "", width),
    ...wrap(`Estimates: ${estimates.join("; ")}.`, "", width),
  ];
  return `${lines.map((line) => paint("dim", line)).join("\n")}\n`;
}
