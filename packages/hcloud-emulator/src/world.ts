import type { Address } from "./addresses.ts";
import type { ActionFault } from "./faults/fault.ts";
import type { Stock } from "./faults/stock.ts";
import type { Limits } from "./limits.ts";
import type { Kind, RecordOf } from "./state/records.ts";
import type { Project, State } from "./state/state.ts";

/** What a request sees and changes: one project at one moment. */
export interface World {
  state: State;
  project: Project;
  /** Milliseconds since the epoch, on the emulated clock. */
  now: number;
  /** From 0 up to 1. */
  random(): number;
  /** How many times faster than at Hetzner actions run; Infinity finishes them before the next request. */
  speed: number;
  limits: Limits;
  stock: Stock;
  addresses: Address;
  /** What the fault schedule does to the actions that this request starts. */
  actionFault: ActionFault | undefined;
}

type Tables = { [K in Kind]: Record<string, RecordOf<K>> };

function tableOf<K extends Kind>(project: Tables, kind: K): Record<string, RecordOf<K>> {
  return project[kind];
}

export const recordsOf = <K extends Kind>(world: Pick<World, "project">, kind: K): RecordOf<K>[] =>
  Object.values(tableOf(world.project, kind));

export const findRecord = <K extends Kind>(
  world: Pick<World, "project">,
  kind: K,
  id: number,
): RecordOf<K> | undefined => tableOf(world.project, kind)[String(id)];

export function insertRecord<K extends Kind>(world: World, kind: K, record: RecordOf<K>): RecordOf<K> {
  tableOf(world.project, kind)[String(record.id)] = record;
  return record;
}

export function dropRecord(project: Project, kind: Kind, id: number): void {
  delete project[kind][String(id)];
}

export function nextId(world: Pick<World, "state">): number {
  const id = world.state.nextId;
  world.state.nextId += 1;
  return id;
}

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "+00:00");

export const isoOrNull = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : iso(milliseconds);
