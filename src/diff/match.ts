import { type Resource, resourceKey } from "../model/resource.ts";
import type { SyncFacts } from "./effects/sync.ts";
import { pairRenames, type Rename } from "./renames.ts";

/** An Application on one side of the diff. What `Rendered` has fits. */
export interface ApplicationSide {
  application: string;
  resources: readonly Resource[];
  /** Identifies the rendered output: equal digests on both sides are not looked into. */
  digest?: string;
  /** The cluster; a resource moves only within one. */
  destination?: string;
  /** The Application at the top of its tree, where it is in one: in-cluster means another cluster for each of them. */
  root?: string;
  /** It could not be rendered, so nothing is known of its resources and nothing is said. */
  incomplete?: boolean;
  /** How Argo CD syncs it; absent for what stands for an Application where there is none. */
  sync?: SyncFacts;
}

export interface Pair {
  before: Resource;
  after: Resource;
}

/** An Application's resources, each with its counterpart on the other side. */
export interface Matched {
  application: string;
  destination: string | undefined;
  pairs: Pair[];
  renames: Rename[];
  moves: (Pair & { from: string })[];
  added: Resource[];
  removed: Resource[];
}

/**
 * Pairs resources by group, kind, namespace and name: within an Application, then from one Application to another of the
 * same cluster, then generated names by what they have in common. Applications that are equal are left out.
 */
export function matchApplications(base: readonly ApplicationSide[], head: readonly ApplicationSide[]): Matched[] {
  const before = new Map(base.map((side) => [side.application, side]));
  const after = new Map(head.map((side) => [side.application, side]));
  const nothing = (side: ApplicationSide): ApplicationSide => ({ ...side, resources: [] });
  const sides = [
    ...head.map((side) => [before.get(side.application) ?? nothing(side), side] as const),
    ...base.filter((side) => !after.has(side.application)).map((side) => [side, nothing(side)] as const),
  ];
  const matched = sides
    .filter(([old, now]) => !old.incomplete && !now.incomplete && !isSame(old, now))
    .map(([old, now]) => matchOne(old, now));
  pairMoves(matched, (application) => before.has(application) !== after.has(application));
  for (const one of matched) {
    one.renames = pairRenames(one.removed, one.added);
    const paired = new Set(one.renames.flatMap((rename) => [rename.before, rename.after]));
    one.removed = one.removed.filter((resource) => !paired.has(resource));
    one.added = one.added.filter((resource) => !paired.has(resource));
  }
  return matched;
}

function isSame(old: ApplicationSide, now: ApplicationSide): boolean {
  return old.resources === now.resources || (old.digest !== undefined && old.digest === now.digest);
}

function matchOne(old: ApplicationSide, now: ApplicationSide): Matched {
  const before = new Map(old.resources.map((resource) => [resourceKey(resource.id), resource]));
  const after = new Map(now.resources.map((resource) => [resourceKey(resource.id), resource]));
  const matched: Matched = {
    application: now.application,
    destination: now.destination ?? old.destination,
    pairs: [],
    renames: [],
    moves: [],
    added: [],
    removed: [],
  };
  for (const [key, resource] of after) {
    const previous = before.get(key);
    if (previous === undefined) matched.added.push(resource);
    else if (previous !== resource) matched.pairs.push({ before: previous, after: resource });
  }
  for (const [key, resource] of before) if (!after.has(key)) matched.removed.push(resource);
  return matched;
}

/** Where several Applications gave up the same resource, one that is gone altogether is the likelier origin. */
function pairMoves(matched: readonly Matched[], isNewOrGone: (application: string) => boolean): void {
  const origins = new Map<string, { resource: Resource; from: Matched }[]>();
  const place = (one: Matched, resource: Resource): string => `${one.destination ?? ""} ${resourceKey(resource.id)}`;
  for (const one of matched) {
    for (const resource of one.removed) {
      const known = origins.get(place(one, resource)) ?? [];
      if (known.length === 0) origins.set(place(one, resource), known);
      known.push({ resource, from: one });
    }
  }
  for (const known of origins.values()) {
    known.sort((a, b) => Number(isNewOrGone(a.from.application)) - Number(isNewOrGone(b.from.application)));
  }
  const moved = new Set<Resource>();
  for (const one of matched) {
    one.added = one.added.filter((resource) => {
      const origin = origins.get(place(one, resource))?.pop();
      if (origin === undefined) return true;
      moved.add(origin.resource);
      one.moves.push({ before: origin.resource, after: resource, from: origin.from.application });
      return false;
    });
  }
  for (const one of matched) one.removed = one.removed.filter((resource) => !moved.has(resource));
}
