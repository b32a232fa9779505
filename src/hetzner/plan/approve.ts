import { SlipwayError } from "../../model/error.ts";
import type { Allowance } from "../apply/ports.ts";
import type { Plan, Refusal } from "./step.ts";

const overriddenBy: Readonly<Partial<Record<Refusal["code"], Allowance>>> = {
  "SLW-HETZNER-LOSS": "destroy",
  "SLW-HETZNER-BUDGET": "over-budget",
};

export interface Approval {
  allow: ReadonlySet<Allowance>;
  /** Refusals that do not come from the plan itself, such as the budget's. */
  besides?: readonly Refusal[];
  /** Whether the Environment guards its resources against deletion. */
  protection: "on" | "off";
}

/** Everything that stands in the way of applying a plan, what a person has said yes to left out. */
export function refusalsOf(plan: Plan, { allow, besides = [], protection }: Approval): Refusal[] {
  const lost = plan.steps.filter(({ destroys }) => destroys !== undefined);
  const guarded = plan.steps.filter((step) => step.guarded === true);
  const refusals: Refusal[] = [
    ...plan.refusals,
    ...besides,
    ...lost.map(({ id, why, destroys = "" }): Refusal => ({
      code: "SLW-HETZNER-LOSS",
      message: `"${id}" loses ${destroys}, because ${why}`,
      hint: "If that is meant, pass --allow-destroy.",
    })),
    ...(protection === "on" ? guarded : []).map(({ id, on }): Refusal => ({
      code: "SLW-HETZNER-PROTECTED",
      message: `"${id}" would delete ${on.kind} ${on.name}, which is protected`,
      hint: "Set spec.server.protection to false and apply that first.",
    })),
  ];
  return refusals.filter(({ code }) => {
    const allowance = overriddenBy[code];
    return allowance === undefined || !allow.has(allowance);
  });
}

/** Throws the first refusal, with all of them in its message. */
export function approve(refusals: readonly Refusal[]): void {
  const [first, ...others] = refusals;
  if (!first) return;
  const message = [first, ...others].map((one) => one.message).join("; ");
  throw new SlipwayError(first.code, `the plan is not applied: ${message}`, {
    hint: [...new Set(refusals.map(({ hint }) => hint))].join(" "),
  });
}
