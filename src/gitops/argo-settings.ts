import { z } from "zod";
import type { JsonObject, ResourceId } from "../model/resource.ts";
import { matchesGlob } from "./glob.ts";
import { objectAt, stringAt } from "./json.ts";
import { yamlOf } from "./yaml-read.ts";

/** `argocd-cm` as far as it decides what is rendered and compared. Source of all rules: argo-cd v3.6.1 util/settings. */
export interface ArgoSettings {
  kustomize: KustomizeBuild;
  ignoreDifferences: readonly SystemIgnore[];
  filters: { exclusions: readonly ResourceFilter[]; inclusions: readonly ResourceFilter[] };
}

/** What `kustomize.buildOptions` asks for, of what is not always so here. */
export interface KustomizeBuild {
  loadRestrictor: "rootOnly" | "none";
  /** `--helm-api-versions`. `--helm-kube-version` has no effect: Argo CD names the cluster's version after it. */
  apiVersions: readonly string[];
}

/** `ignoreDifferences` of all resources of a kind, `*` being any. */
export interface SystemIgnore {
  group: string;
  kind: string;
  jsonPointers?: string[] | undefined;
  jqPathExpressions?: string[] | undefined;
  managedFieldsManagers?: string[] | undefined;
}

export interface ResourceFilter {
  apiGroups: string[];
  kinds: string[];
  clusters: string[];
}

/** The data of `argocd-cm`. What Argo CD could not read itself counts as absent: it then refuses to work at all. */
export function readSettings(data: Readonly<Record<string, string>>): ArgoSettings {
  return {
    kustomize: buildOptions(data["kustomize.buildOptions"] ?? ""),
    ignoreDifferences: ignoresOf(data),
    filters: {
      exclusions: [...coreExclusions, ...filtersOf(data["resource.exclusions"])],
      inclusions: filtersOf(data["resource.inclusions"]),
    },
  };
}

/** The data of the ConfigMap, or nothing when the object is another; a patch of it is one too. */
export function settingsData(object: JsonObject): Record<string, string> {
  if (object["kind"] !== "ConfigMap" || object["apiVersion"] !== "v1") return {};
  if (stringAt(object, "metadata", "name") !== "argocd-cm") return {};
  const data = Object.entries(objectAt(object, "data") ?? {});
  return Object.fromEntries(data.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}

/** Whether Argo CD leaves a resource alone in a cluster, which is named by its address. */
export function isExcluded(
  { exclusions, inclusions }: ArgoSettings["filters"],
  id: ResourceId,
  cluster: string,
): boolean {
  const group = id.apiVersion.includes("/") ? id.apiVersion.slice(0, id.apiVersion.indexOf("/")) : "";
  const inCluster = ({ clusters }: ResourceFilter): boolean =>
    clusters.length === 0 || clusters.some((pattern) => matchesGlob(pattern, cluster));
  const matches = (filter: ResourceFilter): boolean =>
    (filter.apiGroups.length === 0 || filter.apiGroups.some((pattern) => matchesGlob(pattern, group))) &&
    (filter.kinds.length === 0 || filter.kinds.some((kind) => kind === "*" || kind === id.kind)) &&
    inCluster(filter);
  if (exclusions.some(matches)) return true;
  return !inclusions.some(matches) && inclusions.some(inCluster);
}

/** What Argo CD excludes whatever it is told (`coreExcludedResources`). */
const coreExclusions: readonly ResourceFilter[] = [
  { apiGroups: ["events.k8s.io", "metrics.k8s.io"], kinds: [], clusters: [] },
  { apiGroups: [""], kinds: ["Event"], clusters: [] },
  { apiGroups: ["coordination.k8s.io"], kinds: ["Lease"], clusters: [] },
];

function buildOptions(text: string): KustomizeBuild {
  const words = text.split(/\s+/).flatMap((word) => {
    const [flag = "", ...value] = word.split("=");
    return value.length === 0 ? [word] : [flag, value.join("=")];
  });
  const valuesOf = (flag: string): string[] =>
    words.flatMap((word, i) => (word === flag && words[i + 1] !== undefined ? [words[i + 1] ?? ""] : []));
  const restrictor = valuesOf("--load-restrictor").at(-1);
  return {
    loadRestrictor: restrictor === "LoadRestrictionsNone" || restrictor === "none" ? "none" : "rootOnly",
    apiVersions: valuesOf("--helm-api-versions").flatMap((value) => value.split(",")),
  };
}

const strings = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);
const filter = z.object({ apiGroups: strings, kinds: strings, clusters: strings });
const ignore = z.object({
  jsonPointers: strings,
  jqPathExpressions: strings,
  managedFieldsManagers: strings,
});

function filtersOf(text: string | undefined): ResourceFilter[] {
  const read = z.array(filter).safeParse(yamlOf(text ?? ""));
  return read.success ? read.data : [];
}

const customizations = "resource.customizations";
const splitKey = `${customizations}.ignoreDifferences.`;

function ignoresOf(data: Readonly<Record<string, string>>): SystemIgnore[] {
  const whole = z
    .record(z.string(), z.looseObject({ ignoreDifferences: z.string().optional() }))
    .safeParse(yamlOf(data[customizations] ?? ""));
  const texts = new Map<string, string | undefined>();
  if (whole.success) for (const [key, value] of Object.entries(whole.data)) texts.set(key, value.ignoreDifferences);
  for (const [key, text] of Object.entries(data)) {
    if (!key.startsWith(splitKey)) continue;
    const name = key.slice(splitKey.length);
    texts.set(name === "all" ? "*/*" : name.replace("_", "/"), text);
  }
  const named = [...texts].flatMap(([key, text]) => {
    const read = ignore.safeParse(yamlOf(text ?? ""));
    if (!read.success) return [];
    const slash = key.indexOf("/");
    return [{ group: slash < 0 ? "" : key.slice(0, slash), kind: key.slice(slash + 1), ...read.data }];
  });
  return [...named, ...comparedIn(data["resource.compareoptions"])];
}

const compareOptions = z.object({ ignoreAggregatedRoles: z.boolean().optional() });

/** What a controller aggregates into a ClusterRole is compared unless told otherwise; `status` never is here. */
function comparedIn(text: string | undefined): SystemIgnore[] {
  const read = compareOptions.safeParse(yamlOf(text ?? ""));
  if (!read.success || read.data.ignoreAggregatedRoles !== true) return [];
  const jqPathExpressions = ["select(.aggregationRule != null) | .rules"];
  return [{ group: "rbac.authorization.k8s.io", kind: "ClusterRole", jqPathExpressions }];
}
