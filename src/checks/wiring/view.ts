import type { Severity } from "../../model/finding.ts";
import type { CheckRule } from "../rules.ts";
import { Cluster, type GroupKind, groupKind } from "./cluster.ts";
import type { Environment } from "./environments.ts";
import { annotationsOf } from "./fields.ts";
import { Operators } from "./operators.ts";
import type { Placed, PodSet } from "./pods.ts";
import { type Provided, providedBy } from "./provided.ts";
import type { Selector } from "./selector.ts";

/** A finding before it has a place. */
export interface Draft {
  rule: CheckRule;
  message: string;
  hint?: string;
  /** The resource that is wrong. */
  by: Placed;
  path: string;
  /** Where it is not the rule's. */
  severity?: Severity;
  /** Said one level lower: something that is not seen may make it right. */
  doubtful?: boolean;
}

/** One check of an environment's wiring. */
export type WiringCheck = (view: View) => Draft[];

/** Namespaces that every cluster fills by itself. */
const systemNamespaces = new Set(["kube-system", "kube-public", "kube-node-lease"]);

/** What a check sees of one environment, and what may be there without being seen. */
export class View {
  readonly cluster: Cluster;
  readonly isIsland: boolean;
  private readonly environment: Environment;
  private readonly islands: View | undefined;
  private knownOperators: Operators | undefined;
  private knownConfig: ReadonlyMap<string, Provided[]> | undefined;
  private knownNames: ReadonlyMap<string, Provided[]> | undefined;
  private knownServices: ReadonlyMap<string, Placed[]> | undefined;
  private incomplete: ReadonlySet<string> | undefined;
  private hidesAnywhere: boolean | undefined;
  private argo: ReadonlySet<string> | undefined;

  /** `islands`: all that no Application renders, which may be applied together. */
  constructor(environment: Environment, islands?: View) {
    this.environment = environment;
    this.isIsland = environment.kind === "island";
    this.cluster = new Cluster(environment.applications);
    this.islands = islands;
  }

  get operators(): Operators {
    return (this.knownOperators ??= new Operators(this.cluster.placed));
  }

  private get config(): ReadonlyMap<string, Provided[]> {
    return (this.knownConfig ??= providedBy(this.cluster));
  }

  isSystem(namespace: string): boolean {
    return systemNamespaces.has(namespace);
  }

  /** Whether the namespace is one that Argo CD itself runs in. */
  isArgo(namespace: string): boolean {
    const kinds = ["argoproj.io/Application", "argoproj.io/AppProject", "argoproj.io/ApplicationSet"];
    this.argo ??= new Set([
      "argocd",
      "argo-cd",
      "openshift-gitops",
      ...kinds.flatMap((kind) => this.cluster.ofKind(kind).map(({ resource }) => resource.id.namespace ?? "")),
    ]);
    return this.argo.has(namespace);
  }

  /** Whether something that could not be rendered may put things there; an app of apps may put them anywhere. */
  mayHide(namespace: string): boolean {
    this.incomplete ??= new Set(
      this.environment.applications.flatMap(({ complete, namespace: own = "" }) => (complete ? [] : [own])),
    );
    this.hidesAnywhere ??= [...this.incomplete].some((own) => own === "" || this.isArgo(own));
    const hidden = this.hidesAnywhere || this.incomplete.has(namespace);
    return hidden || this.operators.installsInto(namespace) || this.islands?.mayHide(namespace) === true;
  }

  /** The same for what belongs to no namespace. */
  mayHideAnywhere(): boolean {
    const { applications } = this.environment;
    const installers = ["helm.toolkit.fluxcd.io/HelmRelease", "helm.cattle.io/HelmChart"];
    return (
      applications.some(({ complete }) => !complete) ||
      installers.some((kind) => this.cluster.ofKind(kind).length > 0) ||
      this.islands?.mayHideAnywhere() === true
    );
  }

  /** Whether the environment runs nothing there, so that somebody else may. */
  isForeign(namespace: string): boolean {
    return this.isSystem(namespace) || this.cluster.pods.in(namespace).length === 0;
  }

  /** Whether something of that name is or may be there. */
  exists(kind: GroupKind, namespace: string, name: string, by: Placed): boolean {
    if (this.cluster.find(kind, namespace, name) !== undefined) return true;
    if (this.cluster.named(kind, name).some(({ resource }) => this.isLoose(resource.id.namespace, namespace)))
      return true;
    const elsewhere = this.islands?.cluster.named(kind, name) ?? [];
    return this.islands !== undefined && this.islands.isBeside(elsewhere, by);
  }

  /** The ConfigMap or Secret of that name, with the most that is known of it. */
  provided(kind: Provided["kind"], namespace: string, name: string, by: Placed): Provided | undefined {
    const all = this.config.get(`${kind} ${name}`) ?? [];
    const here = all.filter((one) => one.namespace === namespace || this.isLoose(one.namespace, namespace));
    const [first] = here;
    if (first !== undefined) return here.length === 1 ? first : withKeysOf(here, first);
    const copied = all.find(({ by: { resource } }) => isCopied(annotationsOf(resource.manifest)));
    if (copied !== undefined) return withoutKeys(copied);
    const elsewhere = this.islands?.config.get(`${kind} ${name}`) ?? [];
    const beside = elsewhere.find((one) => this.islands?.isBeside([one.by], by));
    return beside && withoutKeys(beside);
  }

  /** Names of the ConfigMaps or Secrets of a namespace. */
  namesOf(kind: Provided["kind"], namespace: string): string[] {
    this.knownNames ??= Map.groupBy([...this.config.values()].flat(), (one) => `${one.kind} ${one.namespace}`);
    return (this.knownNames.get(`${kind} ${namespace}`) ?? []).map(({ name }) => name);
  }

  serviceNames(namespace: string): string[] {
    this.knownServices ??= Map.groupBy(this.cluster.ofKind("Service"), ({ resource }) => resource.id.namespace ?? "");
    return (this.knownServices.get(namespace) ?? []).map(({ resource }) => resource.id.name);
  }

  /** Namespaces that have a ConfigMap or Secret of that name. */
  namespacesOf(kind: Provided["kind"], name: string): string[] {
    return (this.config.get(`${kind} ${name}`) ?? []).map(({ namespace }) => namespace);
  }

  /** Pods that a selector in a namespace matches; in an island, those beside it count where there are none in it. */
  pods(namespace: string, selector: Selector, by: Placed): PodSet[] {
    const here = this.cluster.pods.select(namespace, selector);
    if (here.length > 0 || !this.isIsland) return here;
    const loose = this.cluster.pods.select(undefined, selector).filter((one) => this.isLoose(one.namespace, namespace));
    if (loose.length > 0 || this.islands === undefined) return loose;
    const { islands } = this;
    return islands.cluster.pods.select(undefined, selector).filter((one) => islands.isBeside([one], by));
  }

  /** Where nothing says how a manifest is applied, one without a namespace may get any. */
  private isLoose(one: string | undefined, other: string): boolean {
    return this.isIsland && ((one ?? "") === "" || other === "");
  }

  /** Whether one of them is applied beside a resource, and not instead of it: an alternative has that resource as well. */
  private isBeside(found: readonly Placed[], by: Placed): boolean {
    if (found.length === 0) return false;
    const alternatives = new Set(
      this.cluster.named(groupKind(by.resource.id), by.resource.id.name).map(({ application }) => application),
    );
    return found.some(({ application }) => !alternatives.has(application));
  }
}

/** Reflector, replicator, kubed and their like copy ConfigMaps and Secrets to other namespaces. */
const isCopied = (annotations: object): boolean =>
  Object.keys(annotations).some((key) => /reflect|replicat|kubed|sync/.test(key) && !key.startsWith("argocd."));

function withKeysOf(all: readonly Provided[], first: Provided): Provided {
  if (all.some(({ keys }) => keys === undefined)) return withoutKeys(first);
  return { ...first, keys: new Set(all.flatMap(({ keys = [] }) => [...keys])) };
}

const withoutKeys = ({ keys: _unknown, ...rest }: Provided): Provided => rest;
