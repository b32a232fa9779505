import { cost, type Cost } from "../../environment/cost.ts";
import { formatEuro } from "../../environment/money.ts";
import type { Placement } from "../../environment/placement.ts";
import type { Environment } from "../../environment/schema.ts";
import type { Market } from "./market.ts";
import type { Candidate, Operation, Plan, Refusal } from "./step.ts";

/** What a month will cost with the servers where the plan puts them. */
export function costOfPlan({ placements }: Plan, environment: Environment, { catalogue }: Market): Cost {
  const [first] = Object.values(placements);
  return cost(environment, catalogue, first && { placement: first });
}

/** Marks the fallbacks that would cost more than the budget: they are tried only if that is allowed. */
export function withinBudget(plan: Plan, environment: Environment, { catalogue }: Market): Plan {
  const isOver = (placement: Placement): boolean => cost(environment, catalogue, { placement }).budget?.isOver === true;
  const marked = (candidate: Candidate): Candidate =>
    isOver(candidate) ? { ...candidate, over: "budget" } : candidate;
  const operation = (one: Operation): Operation =>
    one.do === "create server" && one.order.node.role === "server"
      ? { ...one, order: { ...one.order, candidates: one.order.candidates.map(marked) } }
      : one;
  return { ...plan, steps: plan.steps.map((step) => ({ ...step, operations: step.operations.map(operation) })) };
}

/** Why the cost stands in the way; nothing where there is no budget or it suffices. */
export function budgetRefusals({ budget, dearest }: Cost): Refusal[] {
  if (budget?.isOver !== true) return [];
  return [
    {
      code: "SLW-HETZNER-BUDGET",
      message: `${dearest.month} would cost €${formatEuro(dearest.amount)}, and the budget is €${formatEuro(budget.limit)} a month`,
      hint: "Choose a smaller type, sleep longer, raise spec.budget.monthlyEUR; or pass --over-budget.",
    },
  ];
}
