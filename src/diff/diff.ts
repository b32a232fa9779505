import type { Change, ChangeKind, FieldChange } from "../model/change.ts";
import type { JsonObject, Resource } from "../model/resource.ts";
import { compareManifests } from "./compare.ts";
import { knownStructure } from "./defaults.ts";
import type { Difference } from "./effects/difference.ts";
import { effectsOf, sortEffects } from "./effects/effects.ts";
import { type Setting, type SettingOptions, settingOf } from "./effects/setting.ts";
import { effectsTogether } from "./effects/together.ts";
import { deepEqual, isDeeperThan } from "./equal.ts";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import { type Ignore, withoutIgnored } from "./ignore.ts";
import { addedText } from "./manifest-text.ts";
import { maskManifest } from "./mask.ts";
import { maskText } from "./mask-text.ts";
import { type ApplicationSide, matchApplications, type Matched, type Pair } from "./match.ts";
import { withoutNoise } from "./noise.ts";
import { followRenames, type Renamed, renamedNames } from "./references.ts";
import { isBuiltIn, type StructureLookup } from "./structure.ts";

/** A report nobody could read is not made longer: beyond this many new resources only their names are kept. */
const maxShownManifests = 500;
/** No API nests deeper; what does is told to differ without being looked into. */
const maxDepth = 100;
const maxMessage = 1000;
const tooDeep = { path: "", text: `(nested more than ${maxDepth} levels deep: not compared)` };

export interface DiffOptions extends SettingOptions {
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
  const setting = settingOf(base, head, options);
  return matchApplications(base, head).flatMap((matched) => {
    const ignores = options.ignores?.(matched.application) ?? [];
    return changesOf(matched, {
      hide,
      ignores,
      structure: options.structure,
      renamed: renamedNames(matched.renames),
      room,
      setting,
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
  setting: Setting;
}

/** A change before its effects are known, and both sides of it as effects are judged by. */
interface Draft {
  change: Change;
  difference: Difference;
}

function changesOf(matched: Matched, context: Context): Change[] {
  const { application } = matched;
  const drafts = [
    ...matched.pairs.map((pair) => compare(application, "changed", pair, context)),
    ...matched.renames.map((pair) => {
      const draft = compare(application, "renamed", pair, context);
      return withPrevious(draft, { resource: pair.before.id });
    }),
    ...matched.moves.map((move) => {
      return withPrevious(compare(application, "moved", move, context), { application: move.from });
    }),
    ...matched.added.map((resource) => addition(application, resource, context)),
    ...matched.removed.map((resource) => removal(application, resource)),
  ];
  return withEffects(drafts.filter(isNews), context);
}

function isNews({ difference: { kind, fields, followed } }: Draft): boolean {
  return kind !== "changed" || fields.length + followed.inTemplate.length + followed.elsewhere.length > 0;
}

function withPrevious(draft: Draft, previous: NonNullable<Change["previous"]>): Draft {
  return { ...draft, change: { ...draft.change, previous } };
}

function withEffects(drafts: readonly Draft[], { setting, hide }: Context): Change[] {
  const told = drafts.map(({ change: { application, previous, fields }, difference }) => {
    const situation = setting(application, difference.id, previous?.application);
    // What is nested too deep to be compared is not looked into here either.
    const effects = fields.includes(tooDeep) ? [] : effectsOf(difference, situation);
    return { difference, situation, effects };
  });
  const together = effectsTogether(told);
  return drafts.map(({ change }, index) => {
    const effects = sortEffects([...(told[index]?.effects ?? []), ...(together[index] ?? [])]);
    const shown = effects.map((effect) => ({ ...effect, message: clipped(maskText(effect.message, hide)) }));
    return { ...change, effects: shown };
  });
}

/** Names and addresses are as long as whoever writes them likes. */
function clipped(message: string): string {
  return message.length <= maxMessage ? message : `${message.slice(0, maxMessage).toWellFormed()}…`;
}

const followsNothing = { inTemplate: [], elsewhere: [] };

/** The fields of a pair; none when both mean the same to the API server. */
function compare(application: string, kind: ChangeKind, { before, after }: Pair, context: Context): Draft {
  const { id } = after;
  const draft = (fields: FieldChange[], rest: Partial<Difference> = {}): Draft => ({
    change: { application, resource: id, kind, fields, effects: [], at: after.origin },
    difference: { id, kind, before: before.manifest, after: after.manifest, fields, followed: followsNothing, ...rest },
  });
  const isDeep = [before, after].some(({ manifest }) => isDeeperThan(maxDepth, manifest));
  if (isDeep) return draft([tooDeep]);
  if (deepEqual(before.manifest, after.manifest)) return draft([]);
  const head = withoutNoise(after.manifest);
  const followed = followRenames(withName(withoutNoise(before.manifest), head), context.renamed);
  const [old, now] = [followed.manifest, head].map((side) => withoutIgnored(side, id, context.ignores));
  if (old === undefined || now === undefined) return draft([]);
  const given = context.structure?.(id.apiVersion, id.kind);
  const structure = [...(given === undefined ? [] : [given]), knownStructure(id.apiVersion, id.kind)];
  const masked = [old, now].map((side) => maskManifest(side, context.hide));
  const fields = compareManifests(masked[0] ?? {}, masked[1] ?? {}, structure, isBuiltIn(id.apiVersion));
  return draft(fields, { before: old, after: now, followed });
}

/** A rename is told by the change itself, not by a difference in `metadata.name`. */
function withName(base: JsonObject, head: JsonObject): JsonObject {
  const [old, now] = [base.metadata, head.metadata];
  if (typeof old !== "object" || old === null || Array.isArray(old)) return base;
  if (typeof now !== "object" || now === null || Array.isArray(now) || now.name === undefined) return base;
  return { ...base, metadata: { ...old, name: now.name } };
}

function addition(application: string, resource: Resource, context: Context): Draft {
  const { id, manifest, origin } = resource;
  const draft = (fields: FieldChange[]): Draft => ({
    change: { application, resource: id, kind: "added", fields, effects: [], at: origin },
    difference: { id, kind: "added", after: manifest, fields: [], followed: followsNothing },
  });
  if (isDeeperThan(maxDepth, manifest)) return draft([tooDeep]);
  if (context.room.manifests-- <= 0) return draft([]);
  return draft([{ path: "", text: addedText(maskManifest(withoutNoise(manifest), context.hide)) }]);
}

function removal(application: string, { id, manifest, origin }: Resource): Draft {
  return {
    change: { application, resource: id, kind: "removed", fields: [], effects: [], at: origin },
    difference: { id, kind: "removed", before: manifest, fields: [], followed: followsNothing },
  };
}
