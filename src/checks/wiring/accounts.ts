import { objectAt, stringAt } from "../../gitops/json.ts";
import { isName, itemsOf } from "./fields.ts";
import type { Placed } from "./pods.ts";
import { nameOf } from "./subject.ts";
import type { Draft, View, WiringCheck } from "./view.ts";

/** ServiceAccounts that pods run as and that bindings name; Roles that bindings refer to. */
export const checkAccounts: WiringCheck = (view) => {
  const used = view.cluster.pods.all.flatMap((by) => {
    const name = stringAt(by.spec, "serviceAccountName");
    const { namespace } = by;
    if (isThere(view, by, namespace, name)) return [];
    const message = `${nameOf(by)}: ServiceAccount ${name}, which its pods run as, is not in this environment`;
    const hint = "Add the ServiceAccount: without it no pod is created";
    const path = `${by.path}.serviceAccountName`;
    return [
      { rule: "wiring/missing-service-account" as const, message, hint, by, path, doubtful: view.isSystem(namespace) },
    ];
  });
  const kinds = ["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"];
  const bindings = kinds.flatMap((kind) => view.cluster.ofKind(kind));
  return [...used, ...bindings.flatMap((by) => [...roles(view, by), ...subjects(view, by)])];
};

function isThere(view: View, by: Placed, namespace: string, name: string | undefined): boolean {
  if (name === "default" || !isName(name) || view.exists("ServiceAccount", namespace, name, by)) return true;
  if (view.isArgo(namespace) && name.startsWith("argocd-")) return true;
  // CloudNativePG gives each of its clusters a ServiceAccount of its name.
  if (view.exists("postgresql.cnpg.io/Cluster", namespace, name, by)) return true;
  return view.mayHide(namespace) || view.operators.mayBring(namespace, name);
}

function subjects(view: View, by: Placed): Draft[] {
  const { id, manifest } = by.resource;
  return itemsOf(manifest, "subjects", "").flatMap(({ value, path }) => {
    const name = stringAt(value, "name");
    const namespace = stringAt(value, "namespace") ?? id.namespace ?? "";
    if (value["kind"] !== "ServiceAccount" || !isName(namespace)) return [];
    if (isThere(view, by, namespace, name) || view.isForeign(namespace)) return [];
    const message = `${nameOf(by)}: ServiceAccount ${namespace}/${name}, which it is for, is not in this environment`;
    const hint = "Mend its name or namespace; until then nobody has these rights";
    return [{ rule: "wiring/missing-service-account", message, hint, by, path: `${path}.name`, severity: "warning" }];
  });
}

/** https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles */
const builtIn = new Set(["cluster-admin", "admin", "edit", "view"]);

function roles(view: View, by: Placed): Draft[] {
  const { id, manifest } = by.resource;
  const reference = objectAt(manifest, "roleRef");
  const kind = stringAt(reference, "kind");
  const name = stringAt(reference, "name");
  if (!isName(name) || (kind !== "Role" && kind !== "ClusterRole")) return [];
  const namespace = kind === "Role" ? (id.namespace ?? "") : "";
  if (kind === "ClusterRole" && (builtIn.has(name) || name.startsWith("system:"))) return [];
  if (view.exists(`rbac.authorization.k8s.io/${kind}`, namespace, name, by) || view.isSystem(namespace)) return [];
  if (name.startsWith("argocd-") && (kind === "ClusterRole" || view.isArgo(namespace))) return [];
  if (kind === "ClusterRole" ? view.mayHideAnywhere() : view.mayHide(namespace)) return [];
  if (view.operators.mayBring(namespace, name)) return [];
  const message = `${nameOf(by)}: ${kind} ${name} is not in this environment, so the binding gives no rights`;
  const hint = `Add the ${kind}, or mend the name in roleRef; a binding's roleRef cannot be changed later, only created anew`;
  return [{ rule: "wiring/missing-role", message, hint, by, path: "roleRef.name" }];
}
