import type { Finding } from "../model/finding.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Fallback, fallbacks } from "./fallbacks.ts";
import { formatEuro } from "./money.ts";
import type { EnvironmentDocument } from "./read.ts";
import { finding } from "./rules.ts";

/** Whether the favourite server type, and those that are tried when it is out of stock, stay within the budget. */
export function checkBudget({ environment, place }: EnvironmentDocument, catalogue: Catalogue): Finding[] {
  const { sleep, budget } = environment?.spec ?? {};
  if (environment === undefined || budget === undefined) return [];
  const choices = fallbacks(environment, catalogue);
  const over = choices.filter(({ cost }) => cost.budget?.isOver === true);
  const [favourite, first] = [choices[0], over[0]];
  if (favourite === undefined || first === undefined) return [];
  const details = { path: "spec.budget.monthlyEUR", at: [place(["spec", "budget", "monthlyEUR"])] };
  const what = `Environment ${environment.metadata.name} costs ${upTo(first)}, over its budget of € ${budget.monthlyEUR}`;
  if (first === favourite) {
    const smaller = "choose a smaller type, or raise the budget";
    const advice =
      sleep === undefined ? `Let it sleep, ${smaller}` : `${smaller.slice(0, 1).toUpperCase()}${smaller.slice(1)}`;
    return [
      finding("environment/budget", what, { ...details, hint: `${advice}. Prices are of ${catalogue.date}, net` }),
    ];
  }
  const types = over.map(({ placement }) => placement.type).join(" or ");
  const message = `With ${types}, tried when ${favourite.placement.type} is out of stock, ${what}`;
  const hint = "It would be refused then: raise the budget, or take it off the list";
  return [finding("environment/budget", message, { ...details, severity: "notice", hint })];
}

const upTo = ({ placement, cost }: Fallback): string =>
  `up to € ${formatEuro(cost.dearest.amount)} a month with ${placement.type}`;
