import { isName } from "./fields.ts";
import type { Selector } from "./selector.ts";
import type { View } from "./view.ts";

/** Label keys of everybody's; those below another domain belong to the operator or controller of that domain. */
const common = /^(?:[^/]*$|app\.kubernetes\.io\/|helm\.sh\/|k8s-app$)/;

/** Why a selector that matches no pod may be right all the same: its pods come from somewhere that is not seen. */
export function mayMatchUnseen(view: View, namespace: string, { labels, requirements }: Selector): boolean {
  const asked = [
    ...labels.map(([key, value]) => ({ key, values: [value] })),
    ...requirements
      .filter(({ operator }) => operator === "In" || operator === "Exists")
      .map(({ key, values }) => ({ key, values: [...values] })),
  ];
  return (
    view.isSystem(namespace) ||
    view.mayHide(namespace) ||
    asked.some(({ key, values }) => {
      if (!common.test(key) && !view.cluster.pods.hasKey(key)) return true;
      return values.some(
        (value) =>
          !isName(value) ||
          view.operators.mayBring(namespace, value) ||
          (view.isArgo(namespace) && /^argocd(?:-|$)/.test(value)),
      );
    })
  );
}
