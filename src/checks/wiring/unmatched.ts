import { mayMatchUnseen } from "./excuses.ts";
import { objectAt } from "../../gitops/json.ts";
import type { CheckRule } from "../rules.ts";
import type { Placed } from "./pods.ts";
import { describe, isEverything, labelSelector, mapSelector, type Selector } from "./selector.ts";
import { nameOf } from "./subject.ts";
import type { Draft, View, WiringCheck } from "./view.ts";

/** PodDisruptionBudgets and NetworkPolicies that no pod is subject to. */
export const checkUnmatched: WiringCheck = (view) => [
  ...view.cluster
    .ofKind("policy/PodDisruptionBudget")
    .flatMap((by) =>
      judge(view, by, { rule: "wiring/budget-selector", field: "selector", effect: "protects nothing" }),
    ),
  ...view.cluster
    .ofKind("networking.k8s.io/NetworkPolicy")
    .flatMap((by) =>
      judge(view, by, { rule: "wiring/policy-selector", field: "podSelector", effect: "has no effect" }),
    ),
];

interface Kind {
  rule: CheckRule;
  field: string;
  effect: string;
}

function judge(view: View, by: Placed, { rule, field, effect }: Kind): Draft[] {
  const namespace = by.resource.id.namespace ?? "";
  const selector = labelSelector(objectAt(by.resource.manifest, "spec")?.[field]);
  if (selector === undefined || isEverything(selector) || view.pods(namespace, selector, by).length > 0) return [];
  // What runs in a namespace into which the repository puts no pods is not known.
  if (view.isForeign(namespace) || mayMatchUnseen(view, namespace, selector)) return [];
  const message = `${nameOf(by)} ${effect}: no pod in its namespace has the labels ${describe(selector)}`;
  return [{ rule, message, hint: hintFor(view, selector, namespace), by, path: `spec.${field}` }];
}

function hintFor(view: View, selector: Selector, namespace: string): string {
  for (const [key, value] of selector.labels) {
    const [near] = view.cluster.pods.select(namespace, mapSelector({ [key]: value }));
    if (near !== undefined) return `The pods of ${nameOf(near)} have ${key}=${value}, but not the rest`;
  }
  const [elsewhere] = view.cluster.pods.select(undefined, selector);
  if (elsewhere !== undefined) return `${nameOf(elsewhere)} has them, but in namespace ${elsewhere.namespace}`;
  return "Compare the selector with the labels of the pod templates";
}
