import { objectAt } from "../../gitops/json.ts";
import { groupOf } from "../../gitops/scope.ts";
import type { Resource } from "../../model/resource.ts";
import { textsIn } from "./fields.ts";
import type { Placed } from "./pods.ts";

/** Groups whose custom resources make no pods, Services, Secrets or ConfigMaps, or exactly those that are known. */
const understood = new Set([
  "argoproj.io",
  "bitnami.com",
  "cert-manager.io",
  "external-secrets.io",
  "gateway.networking.k8s.io",
  "keda.sh",
  "metrics.k8s.io",
  "postgresql.cnpg.io",
  "snapshot.storage.k8s.io",
  "traefik.containo.us",
  "traefik.io",
]);
const passive = new Set([
  "ServiceMonitor",
  "PodMonitor",
  "Probe",
  "PrometheusRule",
  "ScrapeConfig",
  "AlertmanagerConfig",
]);

/** Custom resources that an operator may turn into anything. */
function isOperated({ id, manifest }: Resource): boolean {
  const group = groupOf(id.apiVersion);
  if (!group.includes(".") || group.endsWith(".k8s.io") || understood.has(group)) return false;
  return !passive.has(id.kind) && objectAt(manifest, "spec") !== undefined;
}

/** Kinds that install more than they say: Flux's and k3s' Helm releases, Flux's kustomizations. */
const installers = new Set(["HelmRelease", "HelmChart", "Kustomization", "HelmChartProxy", "AddOn"]);

/** What operators may have made in a namespace, by what their custom resources say. */
export class Operators {
  private readonly said = new Map<string, Set<string>>();
  private readonly names = new Map<string, Set<string>>();
  private readonly installed = new Set<string>();

  constructor(placed: readonly Placed[]) {
    for (const { resource } of placed) {
      if (!isOperated(resource)) continue;
      const { id, manifest } = resource;
      const namespace = id.namespace ?? "";
      const said = setIn(this.said, namespace);
      setIn(this.names, namespace).add(id.name);
      const spec = objectAt(manifest, "spec");
      for (const text of textsIn(spec)) said.add(text);
      if (!installers.has(id.kind)) continue;
      const target = spec?.["targetNamespace"] ?? spec?.["storageNamespace"];
      this.installed.add(typeof target === "string" ? target : namespace);
    }
  }

  /** Whether a release that is rendered in the cluster goes there, or may. */
  installsInto(namespace: string): boolean {
    return this.installed.has(namespace) || this.installed.has("");
  }

  /**
   * Whether an operator may be behind a name: a custom resource says it, or has a name it starts with. Those of the whole cluster
   * and of no namespace count everywhere.
   */
  mayBring(namespace: string, name: string): boolean {
    return [namespace, ""].some((where) => {
      if (this.said.get(where)?.has(name) === true) return true;
      const names = this.names.get(where);
      return names !== undefined && originals(name).some((own) => names.has(own));
    });
  }
}

function setIn(sets: Map<string, Set<string>>, key: string): Set<string> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}

/** Longer names are cut: nobody puts more words around a name. */
const mostWords = 12;

/** The names that a derived one may come from: operators put words before and after, with a dash or a dot between. */
function originals(name: string): string[] {
  const starts = [0, ...[...name.matchAll(/[-.]/g)].map(({ index }) => index + 1)].slice(0, mostWords);
  const ends = [...starts.slice(1).map((start) => start - 1), name.length];
  return starts.flatMap((start) => ends.filter((end) => end > start).map((end) => name.slice(start, end)));
}
