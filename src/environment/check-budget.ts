import type { Finding } from "../model/finding.ts";
import type { Catalogue } from "./catalogue.ts";
import { cost } from "./cost.ts";
import { formatEuro } from "./money.ts";
import { placements } from "./placement.ts";
import { serverRate } from "./price.ts";
import type { EnvironmentDocument } from "./read.ts";
import { finding } from "./rules.ts";

/** Whether the favourite placement, and those that are tried when it is out of stock, stay within the budget. */
export function checkBudget({ environment, place }: EnvironmentDocument, catalogue: Catalogue): Finding[] {
  if (environment?.spec.budget === undefined || environment.spec.server.provider !== "hetzner") return [];
  const details = { path: "spec.budget.monthlyEUR", at: [place(["spec", "budget", "monthlyEUR"])] };
  const limit = environment.spec.budget.monthlyEUR;
  const { name } = environment.metadata;
  const { dearest, placement, budget } = cost(environment, catalogue);
  if (placement === undefined) return [];
  if (budget?.isOver === true) {
    const message = `Environment ${name} costs up to € ${formatEuro(dearest.amount)} a month with ${placement.type}, over its budget of ${limit}`;
    const hint = `Prices of ${catalogue.date}, net. ${withoutSleep(environment.spec.sleep)}`;
    return [finding("environment/budget", message, { ...details, hint })];
  }
  const fallbacks = placements(environment.spec.server)
    .filter(({ type, location }) => serverRate(catalogue, type, location) !== undefined)
    .map((one) => ({ ...one, cost: cost(environment, catalogue, { placement: one }) }))
    .filter((one) => one.cost.budget?.isOver === true);
  const [first] = fallbacks;
  if (first === undefined) return [];
  const types = [...new Set(fallbacks.map(({ type }) => type))].join(" or ");
  const message = `With ${types}, tried when ${placement.type} is out of stock, Environment ${name} costs up to € ${formatEuro(first.cost.dearest.amount)} a month, over its budget of ${limit}`;
  const hint = "It would be refused then: raise the budget, or take it off the list";
  return [finding("environment/budget", message, { ...details, severity: "notice", hint })];
}

const withoutSleep = (sleep: unknown): string =>
  sleep === undefined
    ? "Let it sleep, choose a smaller type, or raise the budget"
    : "Choose a smaller type, or raise the budget";
