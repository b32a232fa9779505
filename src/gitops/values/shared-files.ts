import { sourcesOf } from "../application.ts";
import type { SourceNotice } from "../render-source.ts";
import type { Unit } from "../unit.ts";

/**
 * Whether what a notice says of a value holds for all Applications that give its file to a chart: a key that one of their charts
 * reads is not without effect.
 */
export function toldByAll(units: readonly Unit[]): (notice: SourceNotice) => boolean {
  const tellers = new Map<string, Set<Unit>>();
  for (const unit of units) {
    for (const notice of noticesOf(unit)) {
      if (notice.rule !== "wiring/unread-value") continue;
      const key = placeOf(notice);
      tellers.set(key, (tellers.get(key) ?? new Set()).add(unit));
    }
  }
  return (notice) => {
    const told = notice.rule === "wiring/unread-value" ? tellers.get(placeOf(notice)) : undefined;
    const file = notice.at[0]?.file;
    return told === undefined || file === undefined || !units.some((unit) => !told.has(unit) && gives(unit, file));
  };
}

const noticesOf = ({ outcome }: Unit): readonly SourceNotice[] =>
  outcome?.ok === true ? outcome.rendering.notices : [];

const placeOf = ({ at: [place] }: SourceNotice): string => `${place?.file}:${place?.line}:${place?.column}`;

function gives({ outcome, application }: Unit, file: string): boolean {
  if (outcome?.ok !== true || (outcome.rendering.reads.files[file] ?? null) === null) return false;
  const named = sourcesOf(application.spec).flatMap(({ helm }) => helm?.valueFiles ?? []);
  return named.some((name) => `/${file}`.endsWith(`/${name.replace(/^(?:\$[^/]*\/|\.{0,2}\/)+/, "")}`));
}
