import type { ChangeKind, Effect, FieldChange } from "../../model/change.ts";
import type { JsonObject, ResourceId } from "../../model/resource.ts";
import type { Surroundings } from "./surroundings.ts";
import type { SyncFacts, SyncPosition } from "./sync.ts";

/** What the API server says to an update; without errors, it takes it. */
export interface Verdict {
  application: string;
  resource: ResourceId;
  errors: readonly { path?: string; message: string }[];
}

/** One resource on both sides. At least one side is there. */
export interface Difference {
  id: ResourceId;
  kind: ChangeKind;
  before?: JsonObject;
  after?: JsonObject;
  /** What differs for the API server; empty for a resource that comes or goes as a whole. */
  fields: readonly FieldChange[];
  /** Generated ConfigMaps and Secrets that it refers to under a new name. */
  followed: { inTemplate: readonly ResourceId[]; elsewhere: readonly ResourceId[] };
}

/** What stands around the resource. */
export interface Situation {
  /** How its Application is synced: the one that has it now, or had it. */
  sync?: SyncFacts;
  /** How the Application that it left was synced, for a resource that moves. */
  left?: SyncFacts;
  /** The Application that it leaves is gone as a whole. */
  applicationGone: boolean;
  before: Surroundings;
  after: Surroundings;
  verdict?: Verdict;
  positionOf: (manifest: JsonObject) => SyncPosition | undefined;
}

/** One family of effects. Pure, and silent where nothing is to be said. */
export type EffectFamily = (difference: Difference, situation: Situation) => Effect[];

/** Whether a change lies at the path, below it, or replaces something around it. */
export function touches(fields: readonly FieldChange[], path: string): boolean {
  return fields.some((field) => isWithin(field.path, path) || isWithin(path, field.path));
}

export function isWithin(path: string, around: string): boolean {
  if (!path.startsWith(around)) return false;
  return path.length === around.length || around === "" || path[around.length] === "." || path[around.length] === "[";
}

/** `Deployment web, Job seed and 3 more`. */
export function namesOf(ids: readonly ResourceId[], limit = 4): string {
  return listed(
    ids.map(({ kind, name }) => `${kind} ${name}`),
    limit,
  );
}

/** `a, b and 3 more`: a list in a sentence. */
export function listed(items: readonly string[], limit = 4): string {
  const shown = items.length <= limit ? items : [...items.slice(0, limit), `${items.length - limit} more`];
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** `1 pod`, `3 pods`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}
