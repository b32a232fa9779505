import { objectAt, stringAt } from "../../gitops/json.ts";
import type { Finding } from "../../model/finding.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { Platform } from "../platform.ts";
import { type Item, itemsOf } from "../wiring/fields.ts";
import { about, containersNamed, listed, ownWorkloads, type Workload } from "./workloads.ts";

const hint = "See the rule's page for the lines that a container needs; most programs run with all of them.";

/** What containers may do and most need not, in one sentence for each workload. */
export function checkHardening(platform: Platform): Finding[] {
  const accounts = serviceAccounts(platform);
  return ownWorkloads(platform).flatMap((workload) => {
    if (stringAt(workload.spec, "os", "name") === "windows") return [];
    const loose = Map.groupBy(workload.running, (container) => listed(rightsOf(container, workload.spec)));
    loose.delete("");
    const says = [...loose].map(([rights, containers]) => `${containersNamed(containers)} ${rights}`);
    const [first] = [...loose.values()].flat();
    const token = hasIdleToken(workload, accounts);
    if (token) says.push("its pods get a token for the Kubernetes API, and no Role to use it with");
    if (says.length === 0) return [];
    const context = first === undefined ? undefined : `${first.path}.securityContext`;
    const there = first?.value["securityContext"] !== undefined;
    return [
      about("policy/hardening", platform, workload, {
        says: says.join("; "),
        path: context ?? `${workload.path}.automountServiceAccountToken`,
        place: first === undefined ? `${workload.path}.containers` : there ? `${context}` : `${first.path}.name`,
        hint,
      }),
    ];
  });
}

function rightsOf({ value }: Item, spec: JsonObject): string[] {
  const own = objectAt(value, "securityContext");
  const shared = objectAt(spec, "securityContext");
  const user = own?.["runAsUser"] ?? shared?.["runAsUser"];
  const unprivileged = (own?.["runAsNonRoot"] ?? shared?.["runAsNonRoot"]) === true;
  const isRoot = !unprivileged && !(typeof user === "number" && user > 0);
  return [
    ...(isRoot ? ["may run as root"] : []),
    ...(own?.["allowPrivilegeEscalation"] === false ? [] : ["may gain privileges"]),
    ...(own?.["readOnlyRootFilesystem"] === true ? [] : ["can write to its root file system"]),
  ];
}

interface Accounts {
  /** `namespace/name` of those with a Role. */
  bound: ReadonlySet<string>;
  /** Of those that say whether pods get their token. */
  automounts: ReadonlyMap<string, boolean>;
  declared: ReadonlySet<string>;
  /** Whether every account has a Role: by a group, or in what could not be rendered. */
  unknown: boolean;
}

function hasIdleToken({ spec, namespace, application, resource }: Workload, accounts: Accounts): boolean {
  const name = stringAt(spec, "serviceAccountName") ?? stringAt(spec, "serviceAccount") ?? "default";
  const key = `${namespace}/${name}`;
  const mounts = spec["automountServiceAccountToken"] ?? accounts.automounts.get(key) ?? true;
  if (mounts === false || accounts.unknown || !application.complete) return false;
  // Who made an account elsewhere made it for its Roles; an Argo Rollout's pods may be the same.
  if (name !== "default" && !accounts.declared.has(key)) return false;
  return !accounts.bound.has(key) && resource.id.kind !== "Rollout";
}

function serviceAccounts({ applications }: Platform): Accounts {
  const bound = new Set<string>();
  const automounts = new Map<string, boolean>();
  const declared = new Set<string>();
  let unknown = false;
  for (const { resources } of applications) {
    for (const { id, manifest } of resources) {
      if (id.kind === "ServiceAccount") {
        const key = `${id.namespace ?? ""}/${id.name}`;
        declared.add(key);
        const mounts = manifest["automountServiceAccountToken"];
        if (typeof mounts === "boolean") automounts.set(key, mounts);
      }
      if (id.kind !== "RoleBinding" && id.kind !== "ClusterRoleBinding") continue;
      for (const { value } of itemsOf(manifest, "subjects", "")) {
        const namespace = stringAt(value, "namespace") ?? id.namespace ?? "";
        if (value["kind"] === "ServiceAccount") bound.add(`${namespace}/${stringAt(value, "name")}`);
        if (value["kind"] === "Group" && stringAt(value, "name")?.startsWith("system:serviceaccounts") === true)
          unknown = true;
      }
    }
  }
  return { bound, automounts, declared, unknown };
}
