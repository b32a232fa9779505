import type { Catalogue } from "../../environment/catalogue.ts";
import { type Cost, cost } from "../../environment/cost.ts";
import { decimalEuro } from "../../environment/money.ts";
import type { Environment } from "../../environment/schema.ts";
import { checkedEnvironments, valid } from "../../environments.ts";
import { coloured, plain } from "../../report/text/style.ts";
import type { Terminal } from "../terminal.ts";
import { costText, pricesText } from "./cost-text.ts";
import type { EnvironmentOptions } from "./options.ts";

/** `slipway env cost`: what Environments cost in a month, with the committed prices. */
export async function costOfEnvironment(
  name: string | undefined,
  { root, format }: EnvironmentOptions,
  terminal: Terminal,
): Promise<number> {
  const checked = await checkedEnvironments(root);
  const { catalogue } = checked;
  const environments = valid(checked, name).map(({ environment }) => environment);
  if (format === "json") {
    const all = environments.map((environment) => costJson(environment, catalogue));
    terminal.out(`${JSON.stringify(name === undefined ? all : all[0], null, 2)}\n`);
    return 0;
  }
  const paint = terminal.colour ? coloured : plain;
  const width = terminal.width ?? 100;
  const texts = environments.map((environment) => costText(environment, catalogue, paint, width));
  const priced = environments.some(({ spec }) => spec.server.provider !== "none");
  terminal.out([...texts, ...(priced ? [pricesText(catalogue, paint, width)] : [])].join("\n"));
  return 0;
}

/** Amounts as decimal euros in text, as price lists have them; rates of an hour need more than cents. */
function costJson(environment: Environment, catalogue: Catalogue): Record<string, unknown> {
  const { prices, placement, lines, monthly, alwaysOn, dearest, budget, unpriced }: Cost = cost(environment, catalogue);
  return {
    environment: environment.metadata.name,
    currency: catalogue.currency,
    prices,
    placement: placement ?? null,
    monthly: decimalEuro(monthly),
    alwaysOn: decimalEuro(alwaysOn),
    dearest: { month: dearest.month, amount: decimalEuro(dearest.amount) },
    budget: budget ? { limit: decimalEuro(budget.limit), share: budget.share, isOver: budget.isOver } : null,
    lines: lines.map(({ kind, label, count, hours, rate, ...line }) => ({
      kind,
      label,
      count,
      hourly: (rate.hourly / 1_000_000).toFixed(6),
      hours: hours ?? null,
      monthly: decimalEuro(line.monthly),
      alwaysOn: decimalEuro(line.alwaysOn),
    })),
    unpriced,
  };
}
