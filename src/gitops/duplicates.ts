import type { Finding } from "../model/finding.ts";
import type { FieldPlaces } from "./field-place.ts";
import { finding } from "./finding.ts";
import { identityOf, lineage, type Unit } from "./unit.ts";

/**
 * Applications that stand for one object of the cluster and differ. Only where both certainly come to the same cluster: from
 * one file, or from one root. Elsewhere they may be alternatives, one for each cluster.
 */
export function duplicateFindings(
  units: readonly Unit[],
  names: ReadonlyMap<Unit, string>,
  places: FieldPlaces,
): Finding[] {
  const alike = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.kind !== "Application") continue;
    const key = JSON.stringify([identityOf(unit), meetingPlace(unit)]);
    const before = alike.get(key);
    if (before === undefined) alike.set(key, [unit]);
    else before.push(unit);
  }
  return [...alike.values()].flatMap(([first, ...others]) =>
    others.flatMap((other) => (first === undefined ? [] : duplicate(first, other, names, places))),
  );
}

/** What two of them must have in common to meet: the root above them, or the file that somebody applies. */
function meetingPlace(unit: Unit): string {
  const root = [...lineage(unit)].at(-1);
  return JSON.stringify([unit.parent !== undefined, root?.at[0]?.file, unit.parent && root?.at[0]?.line]);
}

function duplicate(first: Unit, other: Unit, names: ReadonlyMap<Unit, string>, places: FieldPlaces): Finding[] {
  const { name } = other;
  const path = ["metadata", "name"];
  const about = {
    severity: "warning" as const,
    application: names.get(other) ?? name,
    path: "metadata.name",
    at: [...places.ofUnit(other, path), ...places.ofUnit(first, path).slice(0, 1)],
  };
  if (other.parent === undefined) {
    const message = `Application ${name} is declared more than once in this file; kubectl applies the one that comes last`;
    return [finding("gitops/duplicate-application", message, about)];
  }
  // Of the manifests of one Application, that is a resource defined twice.
  if (first.parent === undefined || first.parent === other.parent) return [];
  const parents = [first, other].map(({ parent }) => (parent && names.get(parent)) ?? "another").join(" and ");
  const message = `Application ${name} is created by ${parents}, and differently; the one that syncs last overwrites the other`;
  return [finding("gitops/duplicate-application", message, about)];
}
