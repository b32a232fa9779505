import { waveOf } from "./application.ts";
import { lineage, type Unit } from "./unit.ts";

/**
 * A declaration whose file another rendering has read, and which came out of it differently or not at all, is not
 * deployed; neither is what it brought.
 */
export function withoutSuperseded(units: readonly Unit[]): Unit[] {
  const readers = readersOf(units);
  const gone = new Set<Unit>();
  for (const unit of units) {
    if (unit.declaredIn === undefined || unit.parent !== undefined) continue;
    const others = readers.get(unit.declaredIn) ?? [];
    if (others.some((reader) => ![...lineage(reader)].includes(unit))) gone.add(unit);
  }
  return units.filter((unit) => ![...lineage(unit)].some((ancestor) => gone.has(ancestor)));
}

/** Declaring files → the units whose rendering has read them. */
function readersOf(units: readonly Unit[]): Map<string, Unit[]> {
  const readers = new Map<string, Unit[]>(
    units.flatMap(({ declaredIn }) => (declaredIn === undefined ? [] : [[declaredIn, []]])),
  );
  for (const unit of units) {
    if (unit.outcome?.ok !== true) continue;
    for (const [file, id] of Object.entries(unit.outcome.rendering.reads.files))
      if (id !== null) readers.get(file)?.push(unit);
  }
  return readers;
}

/** Parents before their children, siblings by wave and name; Applications before what stands for one. */
export function ordered(units: readonly Unit[]): Unit[] {
  const children = new Map<Unit | undefined, Unit[]>();
  for (const unit of units) {
    const siblings = children.get(unit.parent);
    if (siblings === undefined) children.set(unit.parent, [unit]);
    else siblings.push(unit);
  }
  const out: Unit[] = [];
  const visit = (unit: Unit): void => {
    out.push(unit);
    for (const child of (children.get(unit) ?? []).toSorted(byWave)) visit(child);
  };
  for (const root of (children.get(undefined) ?? []).toSorted(byPlace)) visit(root);
  return out;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byWave(a: Unit, b: Unit): number {
  return waveOf(a.application.object) - waveOf(b.application.object) || compare(a.name, b.name) || byPlace(a, b);
}

function byPlace(a: Unit, b: Unit): number {
  const [first, second] = [a.at[0], b.at[0]];
  return (
    Number(a.kind === "implicit") - Number(b.kind === "implicit") ||
    compare(first?.file ?? "", second?.file ?? "") ||
    (first?.line ?? 0) - (second?.line ?? 0) ||
    compare(a.name, b.name)
  );
}

const candidates = (unit: Unit): string[] => [
  unit.name,
  `${unit.namespace}/${unit.name}`,
  `${unit.namespace}/${unit.name} (${unit.at[0]?.file ?? ""}:${unit.at[0]?.line ?? 0})`,
];

/** The name where it is the only one; else with its namespace, else with the place it is declared at. */
export function uniqueNames(units: readonly Unit[]): Map<Unit, string> {
  const counts = new Map<string, number>();
  for (const unit of units) for (const name of candidates(unit)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Map<string, number>();
  return new Map(
    units.map((unit) => {
      const all = candidates(unit);
      const name = all.find((candidate) => counts.get(candidate) === 1) ?? all.at(-1) ?? unit.name;
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      return [unit, times === 1 ? name : `${name} #${times}`];
    }),
  );
}
