import type { Json, ResourceId, SourceLocation } from "./resource.ts";

export const changeKinds = ["added", "removed", "changed", "moved", "renamed"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * One field that differs. `path` uses list-map keys where the API has them: `spec.containers[name=web].image`; it is empty
 * for the resource as a whole. `before` is absent on an added field, `after` on a removed one. Where `text` is present
 * it replaces both: the body of a unified diff, line by line, cut with a statement when it is long. Secret values are
 * replaced by keyed fingerprints before a FieldChange is made, and read `<hidden>` in it.
 */
export interface FieldChange {
  path: string;
  before?: Json;
  after?: Json;
  text?: string;
}

/**
 * What a change can do, the gravest first. `deletes-data`: volumes, or everything in a namespace, go with it. `rejected`: the
 * API server refuses the update. `recreated`: deleted and created again. `orphaned`: no longer declared, but left running.
 * `not-picked-up`: pods keep what they read at their start. `follows`: only a reference to a resource whose generated name
 * changed is new.
 */
export const effectKinds = [
  "deletes-data",
  "rejected",
  "wave-order",
  "widens-access",
  "exposes",
  "recreated",
  "rollout",
  "scales",
  "secret",
  "image",
  "manual-sync",
  "orphaned",
  "pruned",
  "not-picked-up",
  "runs",
  "fit",
  "breadth",
  "follows",
] as const;
export type EffectKind = (typeof effectKinds)[number];

/** `danger`: hard or impossible to take back, or the sync fails. `caution`: felt by users, or wider access. */
export const effectLevels = ["danger", "caution", "note"] as const;
export type EffectLevel = (typeof effectLevels)[number];

/** What the change does to what is running. `message` reads after the resource's name: "restarts its 2 pods". */
export interface Effect {
  kind: EffectKind;
  level: EffectLevel;
  message: string;
  /** The way out, where there is one. */
  hint?: string;
  /** The resources whose change brought this about, where it is not the resource's own fields. */
  because?: ResourceId[];
  /** How many pods are replaced or stopped; absent where the manifests do not tell. */
  pods?: number;
  /** Seconds without a pod that answers, as the probes and grace periods let expect. */
  downtime?: number;
  /** Hosts that answer nothing meanwhile. */
  hosts?: string[];
}

/** An effect of the pull request as a whole, or of one Application in it. */
export interface WiderEffect extends Effect {
  application?: string;
}

/** A resource that differs between the base revision and the working tree. */
export interface Change {
  application: string;
  resource: ResourceId;
  kind: ChangeKind;
  /** The identity on the base side, when it differs: hash-suffixed renames, moves. */
  previous?: { application?: string; resource?: ResourceId };
  /** Empty when the resource is as it was, but moved, renamed or restarted by what it refers to. */
  fields: FieldChange[];
  effects: Effect[];
  /** Where the resource comes from in the working tree; for a removed one, where it came from in the base. */
  at: SourceLocation[];
}

/** An Application that exists on one side only, or under another name. */
export interface ApplicationChange {
  application: string;
  kind: "added" | "removed" | "renamed";
  /** The name in the base, for a renamed one. */
  previous?: string;
}
