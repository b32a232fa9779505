import type { Classified } from "../classify.ts";
import { environmentLabel, type Owner } from "../labels.ts";
import { claim, removal, removalPlan } from "./removal.ts";
import type { Plan } from "./step.ts";

/** What a sweep does, Environment by Environment: orphans are deleted, and what controllers made for running clusters is labelled. */
export function sweepPlans(
  found: readonly Classified[],
  repository: string | undefined,
): { owner: Owner; plan: Plan }[] {
  const names = [...new Set(found.flatMap(({ environment }) => environment ?? []))];
  return names.flatMap((environment) => {
    const owner: Owner = { environment, repository };
    const here = found.filter((one) => one.environment === environment);
    const orphans = here.filter(({ verdict }) => verdict === "orphan");
    const unlabelled = here.filter(
      ({ resource, verdict }) => verdict === "in use" && resource.labels[environmentLabel] === undefined,
    );
    const steps = [...unlabelled.map((item) => claim(item, owner)), ...orphans.map((item) => removal(item, item.why))];
    return steps.length === 0 ? [] : [{ owner, plan: removalPlan(owner, [...unlabelled, ...orphans], steps) }];
  });
}
