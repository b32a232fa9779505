import type { Item } from "../estate-items.ts";
import { type Owner, ownerLabels } from "../labels.ts";
import { emptyDraft, ref, stepOn } from "./draft.ts";
import { costOf } from "./price-of.ts";
import type { Operation, Plan, Step } from "./step.ts";

export function removalPlan({ environment }: Owner, items: readonly Item[], steps: Step[]): Plan {
  const known = items.map(({ kind, resource }) => ({ ...ref(kind, resource.name), id: resource.id }));
  return { environment, ...emptyDraft(), known, steps };
}

export function removal({ kind, resource, monthly, detail }: Item, why: string): Step {
  const on = ref(kind, resource.name);
  const before: Operation[] = kind === "volume" ? [{ do: "detach volume", on }] : [];
  return stepOn("delete", on, {
    title: `${kind} ${resource.name}${detail === "" ? "" : `, ${detail}`}`,
    why,
    operations: [...before, { do: "delete", on }],
    ...costOf(monthly, 0),
    ...(resource.protected === true && { guarded: true }),
  });
}

/** Labels what a controller made for a cluster, so that it is known as the Environment's when the cluster is gone. */
export function claim({ kind, resource: { name, labels }, monthly }: Item, owner: Owner): Step {
  const on = ref(kind, name);
  return stepOn("update", on, {
    why: "a controller made it for the cluster; the Environment's label says so when the cluster is gone",
    operations: [{ do: "label", on, name, labels: { ...labels, ...ownerLabels(owner) } }],
    ...costOf(monthly, monthly),
  });
}
