import type { Change, WiderEffect } from "../../model/change.ts";
import { counted, listed } from "./difference.ts";
import { sortEffects } from "./effects.ts";
import { differenceOf, requestsOf } from "./fit.ts";
import { none, plus, type Requests } from "./requests.ts";
import { surroundings } from "./surroundings.ts";
import type { SyncFacts, SyncWindow } from "./sync.ts";
import type { ApplicationSide } from "../match.ts";

/** From here on a change that goes everywhere at once is said to do so. */
const manyApplications = 5;

/** Effects of no single resource: who has to start the sync, what is needed in all, how far the change goes. */
export function widerEffects(
  base: readonly ApplicationSide[],
  head: readonly ApplicationSide[],
  changes: readonly Change[],
): WiderEffect[] {
  const changed = new Set(changes.map(({ application }) => application));
  return sortEffects([
    ...head.flatMap((side) => (changed.has(side.application) ? syncEffects(side.application, side.sync) : [])),
    ...breadth(changed, head.length),
    ...(changes.some(({ effects }) => effects.some(({ kind }) => kind === "fit")) ? totals(base, head) : []),
  ]);
}

function syncEffects(application: string, sync: SyncFacts | undefined): WiderEffect[] {
  if (sync === undefined) return [];
  if (!sync.automated) {
    const message = "is not synced automatically: the change waits for somebody to sync it";
    return [{ application, kind: "manual-sync", level: "note", message }];
  }
  const denied = sync.windows.filter(({ kind }) => kind === "deny");
  const allowed = sync.windows.filter(({ kind }) => kind === "allow");
  return [
    ...(denied.length === 0 ? [] : [`is not synced during ${listed(denied.map(windowText))}`]),
    ...(allowed.length === 0 ? [] : [`is synced only during ${listed(allowed.map(windowText))}`]),
  ].map((message) => ({ application, kind: "manual-sync", level: "note", message: `${message}, says its project` }));
}

function windowText({ schedule, duration, timeZone }: SyncWindow): string {
  return `${duration} from "${schedule}" ${timeZone === "" ? "UTC" : timeZone}`;
}

/** Half of many Applications, or ten, are more than a person looks through. */
function breadth(changed: ReadonlySet<string>, all: number): WiderEffect[] {
  const touched = changed.size;
  if (touched < manyApplications || (touched < 10 && touched * 2 < all)) return [];
  const message = `touches ${counted(touched, "Application")} of ${all.toLocaleString("en-US")} at once`;
  return [{ kind: "breadth", level: "caution", message }];
}

/** Requests of everything that is declared for a cluster, where the sum differs. */
function totals(base: readonly ApplicationSide[], head: readonly ApplicationSide[]): WiderEffect[] {
  const unknown = new Set([...base, ...head].filter((side) => side.incomplete).map(({ application }) => application));
  const [before, after] = [base, head].map((sides) => sumsOf(sides.filter((one) => !unknown.has(one.application))));
  const clusters = new Map([...base, ...head].map((side) => [clusterOf(side), side]));
  return [...clusters].flatMap(([key, { root }]): WiderEffect[] => {
    const change = differenceOf(before?.get(key) ?? none, after?.get(key) ?? none);
    if (change === undefined) return [];
    const isPartial = [...base, ...head].some((side) => unknown.has(side.application) && clusterOf(side) === key);
    const what = root === undefined ? "everything together" : `everything under ${root}`;
    const message = `${what} ${change}${isPartial ? ", without what is not rendered" : ""}`;
    return [{ kind: "fit", level: "note", message }];
  });
}

function clusterOf({ root = "", destination = "" }: ApplicationSide): string {
  return JSON.stringify([root, destination]);
}

function sumsOf(sides: readonly ApplicationSide[]): Map<string, Requests> {
  const found = new Map<string, Requests>();
  for (const side of sides) {
    const beside = surroundings(side.resources);
    const own = side.resources.map(({ id, manifest }) => requestsOf(id, manifest, beside));
    const sum = own.reduce((all, one) => plus(all, one), found.get(clusterOf(side)) ?? none);
    found.set(clusterOf(side), sum);
  }
  return found;
}
