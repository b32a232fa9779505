import { type JsonObject, type ResourceId, resourceKey } from "../../model/resource.ts";
import type { ApplicationSide } from "../match.ts";
import type { Situation, Verdict } from "./difference.ts";
import { type Surroundings, surroundings } from "./surroundings.ts";
import type { SyncPosition } from "./sync.ts";

/** What effects depend on beyond the resource itself. */
export interface SettingOptions {
  /** The API server's answers to updates, where it was asked. */
  verdicts?: readonly Verdict[];
  /** The step of a sync in which a manifest is applied; undefined for one that never is. */
  positionOf?: (manifest: JsonObject) => SyncPosition | undefined;
}

/** Finds the situation of a resource of an Application; of one that moves, with the Application it leaves. */
export type Setting = (application: string, id: ResourceId, from?: string) => Situation;

export function settingOf(
  base: readonly ApplicationSide[],
  head: readonly ApplicationSide[],
  { verdicts = [], positionOf = () => undefined }: SettingOptions,
): Setting {
  const [old, now] = [base, head].map((sides) => new Map(sides.map((side) => [side.application, side])));
  const answers = new Map(verdicts.map((one) => [`${one.application} ${resourceKey(one.resource)}`, one]));
  const known = new Map<ApplicationSide, Surroundings>();
  const around = (side: ApplicationSide | undefined): Surroundings => {
    const found = side === undefined ? surroundings([]) : (known.get(side) ?? surroundings(side.resources));
    if (side !== undefined) known.set(side, found);
    return found;
  };
  return (application, id, from = application) => {
    const [before, after] = [old?.get(from), now?.get(application)];
    const sync = after?.sync ?? before?.sync;
    const verdict = answers.get(`${application} ${resourceKey(id)}`);
    return {
      ...(sync !== undefined && { sync }),
      ...(from !== application && before?.sync !== undefined && { left: before.sync }),
      applicationGone: now?.has(from) !== true,
      before: around(before),
      after: around(after),
      ...(verdict !== undefined && { verdict }),
      positionOf,
    };
  };
}
