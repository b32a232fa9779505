import { isObject } from "../../src/gitops/json.ts";
import type { Json, JsonObject } from "../../src/model/resource.ts";

/** One side's resources by key. */
export type Resources = ReadonlyMap<string, JsonObject>;

export interface Difference {
  application: string;
  resource: string;
  /** What the first unequal field is on either side, or which side lacks the resource. */
  what: string;
}

export interface Likeness {
  /** Resources that either side has. */
  all: number;
  identical: number;
  differences: Difference[];
}

/** Compares two sides' resources of one Application after `comparable`. */
export function likeness(application: string, theirs: Resources, ours: Resources): Likeness {
  const keys = [...new Set([...theirs.keys(), ...ours.keys()])].toSorted();
  const differences = keys.flatMap((resource): Difference[] => {
    const [their, our] = [theirs.get(resource), ours.get(resource)];
    if (their === undefined) return [{ application, resource, what: "slipway alone renders it" }];
    if (our === undefined) return [{ application, resource, what: "Argo CD alone renders it" }];
    const what = firstDifference(comparable(their), comparable(our));
    return what === undefined ? [] : [{ application, resource, what }];
  });
  return { all: keys.length, identical: keys.length - differences.length, differences };
}

export const total = (parts: readonly Likeness[]): Likeness => ({
  all: parts.reduce((sum, { all }) => sum + all, 0),
  identical: parts.reduce((sum, { identical }) => sum + identical, 0),
  differences: parts.flatMap(({ differences }) => differences),
});

/** `98 of 100 resources identical (98.0 %)` */
export const figure = ({ all, identical }: Likeness, things: string): string =>
  `${identical} of ${all} ${things} identical (${((100 * identical) / all).toFixed(1)} %)`;

const trackingId = "argocd.argoproj.io/tracking-id";

/**
 * A manifest without what only one side adds: Argo CD's tracking annotation, and the values of Secrets, which Argo CD
 * masks in every answer.
 */
export function comparable(manifest: JsonObject): JsonObject {
  const { metadata } = manifest;
  const { annotations, ...rest } = isObject(metadata) ? metadata : {};
  const kept = Object.entries(isObject(annotations) ? annotations : {}).filter(([name]) => name !== trackingId);
  const cleaned = kept.length === 0 ? rest : { ...rest, annotations: Object.fromEntries(kept) };
  const plain: JsonObject = { ...manifest, metadata: cleaned };
  return plain["apiVersion"] === "v1" && plain["kind"] === "Secret" ? masked(plain) : plain;
}

function masked({ data, stringData, ...rest }: JsonObject): JsonObject {
  const names = [data, stringData].flatMap((part) => (isObject(part) ? Object.keys(part) : []));
  return names.length === 0 ? rest : { ...rest, data: Object.fromEntries(names.map((name) => [name, "+"])) };
}

/** The first unequal place in the order of sorted keys; undefined where both are the same JSON. */
export function firstDifference(theirs: Json | undefined, ours: Json | undefined, path = ""): string | undefined {
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    const length = Math.max(theirs.length, ours.length);
    return first(Array.from({ length }, (_none, index) => [`${path}[${index}]`, theirs[index], ours[index]]));
  }
  if (isObject(theirs) && isObject(ours)) {
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].toSorted();
    return first(keys.map((key) => [path === "" ? key : `${path}.${key}`, theirs[key], ours[key]]));
  }
  if (theirs === ours) return undefined;
  return `${path}: Argo CD ${shown(theirs)}, slipway ${shown(ours)}`;
}

function first(pairs: readonly [string, Json | undefined, Json | undefined][]): string | undefined {
  for (const [path, theirs, ours] of pairs) {
    const found = firstDifference(theirs, ours, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

const shown = (value: Json | undefined): string =>
  value === undefined ? "has nothing" : `has ${JSON.stringify(value).slice(0, 200)}`;
