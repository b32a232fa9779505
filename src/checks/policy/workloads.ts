import { objectAt, stringAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import type { Finding } from "../../model/finding.ts";
import type { JsonObject, Resource } from "../../model/resource.ts";
import type { DeployedApplication, Platform } from "../platform.ts";
import { type CheckRule, finding } from "../rules.ts";
import { type Item, itemsOf } from "../wiring/fields.ts";
import { type PodSet, podSetsOf } from "../wiring/pods.ts";

/** A workload of Kubernetes' own, or an Argo Rollout: what a person writes pods with. */
export interface Workload extends PodSet {
  spec: JsonObject;
  containers: readonly Item[];
  /** Of `containers`, and of init containers that keep running. */
  running: readonly Item[];
}

const groups: ReadonlySet<string> = new Set(["", "apps", "batch", "argoproj.io"]);
const system: ReadonlySet<string> = new Set(["kube-system", "kube-public", "kube-node-lease"]);

/**
 * The Applications whose resources a person is asked to mend: what reaches a cluster. Once Applications bring something, the rest
 * are fixtures, bases and examples.
 */
export function judgedApplications({ applications }: Pick<Platform, "applications">): readonly DeployedApplication[] {
  const declared = applications.filter(({ kind, resources }) => kind === "Application" && resources.length > 0);
  return declared.length > 0 ? declared : applications.filter(({ aside }) => aside !== true);
}

/** Workloads that the repository's own files make, outside of the namespaces of the cluster itself. */
export function ownWorkloads(platform: Pick<Platform, "applications">): Workload[] {
  return judgedApplications(platform).flatMap((application) =>
    application.resources
      .filter((resource) => groups.has(groupOf(resource.id.apiVersion)) && isOwn(resource))
      .filter(({ id }) => !system.has(id.namespace ?? ""))
      .flatMap((resource) => podSetsOf({ resource, application }))
      .flatMap((pods) => (pods.spec === undefined ? [] : [workloadOf({ ...pods, spec: pods.spec })])),
  );
}

function workloadOf(pods: PodSet & { spec: JsonObject }): Workload {
  const containers = itemsOf(pods.spec, "containers", pods.path);
  const sidecars = itemsOf(pods.spec, "initContainers", pods.path).filter(
    ({ value }) => value["restartPolicy"] === "Always",
  );
  return { ...pods, containers, running: [...containers, ...sidecars] };
}

/** Whether a file of this repository says what the resource is. What a chart from elsewhere brings is changed by values alone. */
export function isOwn({ id, manifest, origin: [origin] }: Resource): boolean {
  if (origin === undefined || /^\S+ of /.test(origin.via ?? "") || /(?:^|\/)charts\//.test(origin.file)) return false;
  if (!/(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(origin.file)) return true;
  // A kustomization itself generates nothing else; the rest is of the charts that it inflates.
  if (id.kind !== "Secret" && id.kind !== "ConfigMap") return false;
  const labels = objectAt(manifest, "metadata", "labels");
  return labels?.["helm.sh/chart"] === undefined && labels?.["app.kubernetes.io/managed-by"] !== "Helm";
}

export const nameOf = ({ value }: Item): string => stringAt(value, "name") ?? "without a name";

/** "container web", "containers web and proxy". */
export function containersNamed(containers: readonly Item[]): string {
  return `${containers.length === 1 ? "container" : "containers"} ${listed(containers.map(nameOf))}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** A finding about a workload, at the field that is named or, where that is missing, at what lacks it. */
export function about(
  rule: CheckRule,
  platform: Platform,
  { application, resource }: Pick<Workload, "application" | "resource">,
  { says, path, place = path, hint }: { says: string; path: string; place?: string; hint: string },
): Finding {
  return finding(rule, `${resource.id.kind} ${resource.id.name}: ${says}`, {
    application: application.name,
    resource: resource.id,
    path,
    hint,
    at: platform.place(application, resource, place),
  });
}
