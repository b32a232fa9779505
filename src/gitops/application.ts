import type { JsonObject, SourceLocation } from "../model/resource.ts";
import { stringAt, withoutNulls, isObject } from "./json.ts";
import { type ApplicationSpec, applicationSchema } from "./schema.ts";
import type { ApplicationSource } from "./schema-source.ts";
import type { FieldPath } from "./yaml-positions.ts";

/** An Application ready to be rendered, wherever it came from. */
export interface Application {
  name: string;
  /** Empty: the namespace Argo CD runs in. */
  namespace: string;
  annotations: Readonly<Record<string, string>>;
  spec: ApplicationSpec;
  object: JsonObject;
  /** Where it is declared, then who made it. */
  at: readonly SourceLocation[];
}

/** Both sides of a diff read most Applications from the same manifests, each more than once. */
const read = new WeakMap<JsonObject, Omit<Application, "at">>();

/** Reads a manifest that has passed `objectIssues`. Throws on one that has not. */
export function readApplication(manifest: JsonObject, at: readonly SourceLocation[]): Application {
  const known = read.get(manifest) ?? parseApplication(manifest);
  read.set(manifest, known);
  return { ...known, at };
}

function parseApplication(manifest: JsonObject): Omit<Application, "at"> {
  const object = withoutNulls(manifest);
  const { metadata, spec } = applicationSchema.parse(object);
  return {
    name: metadata.name ?? "",
    namespace: metadata.namespace ?? "",
    annotations: metadata.annotations ?? {},
    spec,
    object: isObject(object) ? object : {},
  };
}

/** The sources that count: `sources` hides `source`; a hydrator's dry source stands for what it will write. */
export function sourcesOf(spec: ApplicationSpec): readonly ApplicationSource[] {
  if (spec.sourceHydrator !== undefined) return [spec.sourceHydrator.drySource];
  if (spec.sources !== undefined && spec.sources.length > 0) return spec.sources;
  return spec.source === undefined ? [] : [spec.source];
}

/** Where each of them stands in the Application. */
export function sourceFields(spec: ApplicationSpec): readonly FieldPath[] {
  if (spec.sourceHydrator !== undefined) return [["spec", "sourceHydrator", "drySource"]];
  if (hasMultipleSources(spec)) return sourcesOf(spec).map((_, index) => ["spec", "sources", index]);
  return [["spec", "source"]];
}

export function hasMultipleSources(spec: ApplicationSpec): boolean {
  return spec.sourceHydrator === undefined && (spec.sources?.length ?? 0) > 0;
}

/** What people read in a report: where a source points. */
export function describeSource(source: ApplicationSource): string {
  const revision = source.targetRevision ? `@${source.targetRevision}` : "";
  if (source.chart) return `${source.repoURL} ${source.chart}${revision}`;
  return `${source.repoURL}${source.path ? ` ${source.path}` : ""}${revision}`;
}

/** The sync wave an object asks for; Helm's hook weight stands in, anything but an integer counts as 0. */
export function waveOf(object: unknown): number {
  for (const key of ["argocd.argoproj.io/sync-wave", "helm.sh/hook-weight"]) {
    const text = stringAt(object, "metadata", "annotations", key);
    if (text !== undefined && /^[+-]?\d+$/.test(text)) return Number(text);
  }
  return 0;
}
