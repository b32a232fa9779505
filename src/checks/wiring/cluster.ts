import { groupOf } from "../../gitops/scope.ts";
import type { DeployedApplication } from "../platform.ts";
import { LabelIndex } from "./label-index.ts";
import { type Placed, type PodSet, podSetsOf } from "./pods.ts";

/** "apps/Deployment", and "Service" for the core group. */
export type GroupKind = string;

export function groupKind({ apiVersion, kind }: { apiVersion: string; kind: string }): GroupKind {
  const group = groupOf(apiVersion);
  return group === "" ? kind : `${group}/${kind}`;
}

/** Everything that some Applications deploy, indexed once; every question is answered without looking at all of it. */
export class Cluster {
  readonly placed: readonly Placed[];
  readonly pods: LabelIndex<PodSet>;
  private readonly byKind: Map<GroupKind, Placed[]>;
  private readonly byName: Map<string, Placed[]>;

  constructor(applications: readonly DeployedApplication[]) {
    this.placed = applications.flatMap((application) =>
      application.resources.map((resource) => ({ resource, application })),
    );
    this.byKind = Map.groupBy(this.placed, ({ resource }) => groupKind(resource.id));
    this.byName = Map.groupBy(this.placed, ({ resource: { id } }) => `${groupKind(id)} ${id.name}`);
    this.pods = new LabelIndex(this.placed.flatMap(podSetsOf));
  }

  ofKind(kind: GroupKind): readonly Placed[] {
    return this.byKind.get(kind) ?? [];
  }

  /** Whether anything is of one of these API groups. */
  hasGroup(groups: readonly string[]): boolean {
    return [...this.byKind.keys()].some((kind) => groups.some((group) => kind.startsWith(`${group}/`)));
  }

  /** Those of that name in any namespace. */
  named(kind: GroupKind, name: string): readonly Placed[] {
    return this.byName.get(`${kind} ${name}`) ?? [];
  }

  find(kind: GroupKind, namespace: string, name: string): Placed | undefined {
    return this.named(kind, name).find(({ resource }) => (resource.id.namespace ?? "") === namespace);
  }
}
