import type { Change } from "../model/change.ts";
import type { JsonObject, Resource } from "../model/resource.ts";
import { compareManifests } from "./compare.ts";
import { knownStructure } from "./defaults.ts";
import { changeEffects, removalEffects } from "./effects.ts";
import { deepEqual, isDeeperThan } from "./equal.ts";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import { type Ignore, withoutIgnored } from "./ignore.ts";
import { addedText } from "./manifest-text.ts";
import { maskManifest } from "./mask.ts";
import { type ApplicationSide, matchApplications, type Matched, type Pair } from "./match.ts";
import { withoutNoise } from "./noise.ts";
import { followRenames, type Renamed, renamedNames } from "./references.ts";
import { isBuiltIn, type StructureLookup } from "./structure.ts";

/** A report nobody could read is not made longer: beyond this many new resources only their names are kept. */
const maxShownManifests = 500;
/** No API nests deeper; what does is told to differ without being looked into. */
const maxDepth = 100;
const tooDeep = { path: "", text: `(nested more than ${maxDepth} levels deep: not compared)` };

export interface DiffOptions {
  /** Random, new for every run: the key of the fingerprints that stand for secret values. */
  secretKey: string | Uint8Array;
  /** What schemas know of a kind, on top of what is built in. */
  structure?: StructureLookup;
  /** The `ignoreDifferences` of an Application, made ready by compileIgnoreDifferences. */
  ignores?: (application: string) => readonly Ignore[];
}

/**
 * What the working tree changes for the API server, per Application in the order given and resource by resource. Pure;
 * Applications with the same digest, or the very same resources, on both sides cost nothing.
 */
export function diffApplications(
  base: readonly ApplicationSide[],
  head: readonly ApplicationSide[],
  options: DiffOptions,
): Change[] {
  const room = { manifests: maxShownManifests };
  const hide = fingerprint(options.secretKey);
  return matchApplications(base, head).flatMap((matched) => {
    const ignores = options.ignores?.(matched.application) ?? [];
    return changesOf(matched, {
      hide,
      ignores,
      structure: options.structure,
      renamed: renamedNames(matched.renames),
      room,
    });
  });
}

interface Context {
  hide: Fingerprint;
  ignores: readonly Ignore[];
  structure: StructureLookup | undefined;
  renamed: Renamed;
  /** How many whole manifests may still be shown. */
  room: { manifests: number };
}

function changesOf(matched: Matched, context: Context): Change[] {
  const { application } = matched;
  const changed = matched.pairs.flatMap((pair) => {
    const difference = compare(pair, context);
    if (difference.fields.length === 0 && difference.effects.length === 0) return [];
    return [{ application, kind: "changed" as const, ...difference }];
  });
  const renamed = matched.renames.map((pair) => {
    const previous = { resource: pair.before.id };
    return { application, kind: "renamed" as const, previous, ...compare(pair, context) };
  });
  const moved = matched.moves.map((move) => {
    const previous = { application: move.from };
    return { application, kind: "moved" as const, previous, ...compare(move, context) };
  });
  const added = matched.added.map((resource) => addition(application, resource, context));
  const removed = matched.removed.map((resource): Change => {
    const effects = removalEffects(resource);
    return { application, resource: resource.id, kind: "removed", fields: [], effects, at: resource.origin };
  });
  return [...changed, ...renamed, ...moved, ...added, ...removed];
}

/** The fields and effects of a pair; none when both mean the same to the API server. */
function compare({ before, after }: Pair, context: Context): Pick<Change, "resource" | "fields" | "effects" | "at"> {
  const unchanged = { resource: after.id, fields: [], effects: [], at: after.origin };
  const isDeep = [before, after].some(({ manifest }) => isDeeperThan(maxDepth, manifest));
  if (isDeep) return { ...unchanged, fields: [tooDeep] };
  if (deepEqual(before.manifest, after.manifest)) return unchanged;
  const head = withoutNoise(after.manifest);
  const followed = followRenames(withName(withoutNoise(before.manifest), head), context.renamed);
  const [old, now] = [followed.manifest, head].map((side) =>
    maskManifest(withoutIgnored(side, after.id, context.ignores), context.hide),
  );
  if (old === undefined || now === undefined) return unchanged;
  const { apiVersion, kind } = after.id;
  const given = context.structure?.(apiVersion, kind);
  const structure = [...(given === undefined ? [] : [given]), knownStructure(apiVersion, kind)];
  const fields = compareManifests(old, now, structure, isBuiltIn(apiVersion));
  return { ...unchanged, fields, effects: changeEffects(after, fields, followed) };
}

/** A rename is told by the change itself, not by a difference in `metadata.name`. */
function withName(base: JsonObject, head: JsonObject): JsonObject {
  const [old, now] = [base.metadata, head.metadata];
  if (typeof old !== "object" || old === null || Array.isArray(old)) return base;
  if (typeof now !== "object" || now === null || Array.isArray(now) || now.name === undefined) return base;
  return { ...base, metadata: { ...old, name: now.name } };
}

function addition(application: string, resource: Resource, context: Context): Change {
  const change: Change = {
    application,
    resource: resource.id,
    kind: "added",
    fields: [],
    effects: [],
    at: resource.origin,
  };
  if (context.room.manifests-- <= 0) return change;
  if (isDeeperThan(maxDepth, resource.manifest)) return { ...change, fields: [tooDeep] };
  return {
    ...change,
    fields: [{ path: "", text: addedText(maskManifest(withoutNoise(resource.manifest), context.hide)) }],
  };
}
