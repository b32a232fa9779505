import { formatEuro } from "../../environment/money.ts";
import type { Plan, Step, StepAction } from "./step.ts";

/** One step as people read it, whatever it is printed in. */
export interface PlanRow {
  action: StepAction;
  mark: string;
  title: string;
  /** Change of a month's bill, `+5.49`; what it costs where nothing changes; empty where it is free. */
  monthly: string;
  why: string;
  destroys: string | undefined;
}

const marks: Readonly<Record<StepAction, string>> = {
  create: "+",
  update: "~",
  replace: "±",
  delete: "-",
  nothing: "=",
};

export function planRows({ steps }: Plan): PlanRow[] {
  return steps.map((step) => ({
    action: step.action,
    mark: marks[step.action],
    title: step.title,
    monthly: monthlyOf(step),
    why: step.why,
    destroys: step.destroys,
  }));
}

function monthlyOf({ cost }: Step): string {
  if (!cost) return "";
  const change = cost.after - cost.before;
  if (change === 0) return formatEuro(cost.after);
  return change > 0 ? `+${formatEuro(change)}` : formatEuro(change);
}

/** `3 to create, 1 to update`; `nothing to do`. */
export function planCounts({ steps }: Plan): string {
  const words: [StepAction, string][] = [
    ["create", "to create"],
    ["update", "to update"],
    ["replace", "to replace"],
    ["delete", "to delete"],
  ];
  const parts = words.flatMap(([action, word]) => {
    const count = steps.filter((step) => step.action === action).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return parts.length === 0 ? "nothing to do" : parts.join(", ");
}
