import type { JsonObject, SourceLocation } from "../model/resource.ts";
import type { Application } from "./application.ts";
import { stableJson } from "./json.ts";
import type { Outcome } from "./render-application.ts";

/** One thing that is rendered: an Application, or what stands for one where there is none. */
export interface Unit {
  kind: "Application" | "implicit";
  name: string;
  namespace: string;
  application: Application;
  /** The ApplicationSet that makes it. */
  generated?: Generated;
  /** The one that creates it. */
  parent?: Unit;
  depth: number;
  /** File of a declaration that no rendering has claimed yet. */
  declaredIn?: string;
  at: readonly SourceLocation[];
  /** Plain manifests to read instead of a source. */
  files?: readonly string[];
  /** Left out by the kustomization around it. */
  aside?: boolean;
  outcome?: Outcome;
}

/** What an ApplicationSet made an Application from. */
export interface Generated {
  set: JsonObject;
  /** Index in `spec.generators`. */
  generator: number;
  parameters: Readonly<Record<string, unknown>>;
  /** Where the ApplicationSet is declared. */
  at: readonly SourceLocation[];
}

/** What makes an Application the same one to Argo CD. */
export function identityOf(unit: Pick<Unit, "kind" | "namespace" | "name">): string {
  return `${unit.kind} ${unit.namespace}/${unit.name}`;
}

export function sameSpec(a: Unit, b: Unit): boolean {
  return stableJson(a.application.spec) === stableJson(b.application.spec);
}

/** The unit itself and everything that leads to it, nearest first. */
export function* lineage(unit: Unit): Generator<Unit> {
  for (let at: Unit | undefined = unit; at !== undefined; at = at.parent) yield at;
}

/** A chart that no Application uses: what it needs beyond its own values is known to whoever installs it. */
export function isBareChart({ kind, application }: Unit): boolean {
  return kind === "implicit" && application.spec.source?.helm !== undefined;
}
