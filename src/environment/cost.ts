import type { Catalogue } from "./catalogue.ts";
import type { MicroEuro } from "./money.ts";
import { type AwakeMonth, awakeMonths } from "./months.ts";
import { favourite, type Placement } from "./placement.ts";
import { billed, loadBalancerRate, primaryIPRate, type Rate, serverRate, snapshotRate, volumeRate } from "./price.ts";
import type { Environment } from "./schema.ts";

export interface CostOptions {
  /** Where the server stands; the first of the preferences that has a price by default. */
  placement?: Placement;
  /** GB of snapshots that are kept. */
  snapshotGB?: number;
  /** Types of load balancers that the cluster has, such as lb11. */
  loadBalancers?: readonly string[];
}

export type CostKind = "server" | "agent" | "primary-ip" | "volume" | "snapshot" | "load-balancer";

/** Alike resources together. */
export interface CostLine {
  kind: CostKind;
  /** `cx33 in nbg1`, `IPv4 address`, `data, 20 GB`. */
  label: string;
  count: number;
  /** Of one of them, while it exists. */
  rate: Rate;
  /** Billed hours of one in an average month; absent where it stays all month. */
  hours?: number;
  /** All of them, in an average month. */
  monthly: MicroEuro;
  /** The same without sleep. */
  alwaysOn: MicroEuro;
}

export interface Cost {
  /** Which prices these are. */
  prices: Pick<Catalogue, "date" | "source" | "estimates">;
  /** Absent where there is no server, or none of the preferences has a price. */
  placement?: Placement;
  lines: CostLine[];
  /** While everything runs. */
  hourly: MicroEuro;
  /** An average month of the prices' year. */
  monthly: MicroEuro;
  /** The month with the most hours awake, `2026-07`; equal to `monthly` without sleep. */
  dearest: { month: string; amount: MicroEuro };
  alwaysOn: MicroEuro;
  budget?: { limit: MicroEuro; share: number; isOver: boolean };
  /** What is declared and has no price: `cx99 in nbg1`. */
  unpriced: string[];
}

/** Undefined sleep is one window that lasts all month. */
type Calendar = readonly AwakeMonth[] | undefined;

/** What an Environment costs in a month: pure, so the same file and catalogue give the same figures. */
export function cost(environment: Environment, catalogue: Catalogue, options: CostOptions = {}): Cost {
  const { server, sleep, budget } = environment.spec;
  const year = Number(catalogue.date.slice(0, 4));
  const calendar = sleep && awakeMonths(sleep, year);
  const placement = server.provider === "hetzner" ? (options.placement ?? favourite(server, catalogue)) : undefined;
  const items = itemsOf(environment, catalogue, { ...options, ...(placement && { placement }) });
  const lines = items.flatMap((item): CostLine[] =>
    item.rate === undefined ? [] : [lineOf(item, calendar, item.rate)],
  );
  const monthly = sum(lines.map((line) => line.monthly));
  const dearest = dearestMonth(lines, calendar, `${year}-01`);
  const { date, source, estimates } = catalogue;
  return {
    prices: { date, source, estimates },
    ...(placement && { placement }),
    lines,
    hourly: sum(lines.map(({ rate, count }) => rate.hourly * count)),
    monthly,
    dearest,
    alwaysOn: sum(lines.map((line) => line.alwaysOn)),
    ...(budget && { budget: budgetUse(Math.round(budget.monthlyEUR * 1_000_000), dearest.amount) }),
    unpriced: items.flatMap(({ label, rate }) => (rate === undefined ? [label] : [])),
  };
}

interface Item {
  kind: CostKind;
  label: string;
  count: number;
  rate: Rate | undefined;
}

function itemsOf({ spec }: Environment, catalogue: Catalogue, options: CostOptions): Item[] {
  const { server, agents } = spec;
  if (server.provider === "none") return [];
  const { placement, snapshotGB = 0, loadBalancers = [] } = options;
  const machine = (kind: CostKind, count: number, at: Placement | undefined, types: readonly string[]): Item => ({
    kind,
    label: at === undefined ? types.join(" or ") : `${at.type} in ${at.location}`,
    count,
    rate: at && serverRate(catalogue, at.type, at.location),
  });
  const nodes = server.count + (agents?.count ?? 0);
  const wanted = agents && { types: agents.types ?? server.types, locations: agents.locations ?? server.locations };
  const agentPlacement = agents?.types === undefined && agents?.locations === undefined ? placement : undefined;
  const items: Item[] = [
    machine("server", server.count, placement, server.types),
    ...(wanted && agents
      ? [machine("agent", agents.count, agentPlacement ?? favourite(wanted, catalogue), wanted.types)]
      : []),
    {
      kind: "primary-ip",
      label: "IPv4 address",
      count: server.publicIPv4 ? nodes : 0,
      rate: primaryIPRate(catalogue, "ipv4"),
    },
    ...server.volumes.map(({ name, sizeGB }): Item => ({
      kind: "volume",
      label: `${name}, ${sizeGB} GB`,
      count: 1,
      rate: volumeRate(catalogue, sizeGB),
    })),
    {
      kind: "snapshot",
      label: `${snapshotGB} GB`,
      count: snapshotGB > 0 ? 1 : 0,
      rate: snapshotRate(catalogue, snapshotGB),
    },
    ...loadBalancers.map((type): Item => ({
      kind: "load-balancer",
      label: type,
      count: 1,
      rate: loadBalancerRate(catalogue, type),
    })),
  ];
  return items.filter(({ count }) => count > 0);
}

/** Only machines are deleted for the night: addresses, volumes and the rest are what is found again in the morning. */
const sleeps = (kind: CostKind): boolean => kind === "server" || kind === "agent";

function lineOf({ kind, label, count }: Item, calendar: Calendar, rate: Rate): CostLine {
  const alwaysOn = rate.monthly * count;
  if (calendar === undefined || !sleeps(kind)) return { kind, label, count, rate, monthly: alwaysOn, alwaysOn };
  const hours = calendar.reduce((total, { windows }) => total + sum(windows), 0) / 12;
  const year = sum(calendar.map((month) => monthOf(month, rate)));
  return { kind, label, count, rate, hours, monthly: Math.round((year * count) / 12), alwaysOn };
}

/** Every server that is made has a cap of its own. */
const monthOf = ({ windows }: AwakeMonth, rate: Rate): MicroEuro => sum(windows.map((hours) => billed(rate, hours)));

function dearestMonth(lines: readonly CostLine[], calendar: Calendar, first: string): Cost["dearest"] {
  const amountOf = (month: AwakeMonth): MicroEuro =>
    sum(lines.map(({ kind, rate, count, alwaysOn }) => (sleeps(kind) ? monthOf(month, rate) * count : alwaysOn)));
  const months = calendar?.map((month) => ({ month: month.name, amount: amountOf(month) }));
  const whole = { month: first, amount: sum(lines.map(({ alwaysOn }) => alwaysOn)) };
  return months?.toSorted((a, b) => b.amount - a.amount)[0] ?? whole;
}

function budgetUse(limit: MicroEuro, amount: MicroEuro): NonNullable<Cost["budget"]> {
  return { limit, share: amount / limit, isOver: amount > limit };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
