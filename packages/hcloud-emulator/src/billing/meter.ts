import type { Bill, Project } from "../state/state.ts";

/** One thing that was paid for, from one moment to another. */
export interface BillLine {
  kind: string;
  id: number;
  name: string;
  type: string;
  location: string | null;
  /** ISO 8601; `to` is null for what is still there. */
  from: string;
  to: string | null;
  /** Hours begun. */
  hours: number;
  /** Net euros. */
  net: number;
}

export interface Invoice {
  currency: "EUR";
  /** Net euros, to four digits. */
  net: number;
  lines: BillLine[];
}

const hour = 3_600_000;

/** What a project owes at a moment. Hours begun are paid in full; no calendar month (UTC) costs more than the monthly price. */
export function invoice(project: Project, at: number): Invoice {
  const lines = project.bills.map((bill) => lineOf(bill, at));
  return { currency: "EUR", net: round(lines.reduce((sum, { net }) => sum + net, 0)), lines };
}

function lineOf(bill: Bill, at: number): BillLine {
  const until = bill.to ?? at;
  const months = hoursByMonth(bill.from, until);
  const { hourly, monthly } = bill.tariff;
  return {
    kind: bill.kind,
    id: bill.id,
    name: bill.name,
    type: bill.type,
    location: bill.location,
    from: new Date(bill.from).toISOString(),
    to: bill.to === null ? null : new Date(bill.to).toISOString(),
    hours: months.reduce((sum, hours) => sum + hours, 0),
    net: round(months.reduce((sum, hours) => sum + Math.min(hours * hourly, monthly), 0)),
  };
}

/** Hours begun, counted from the start and put to the month in which each begins. */
function hoursByMonth(from: number, until: number): number[] {
  const months: number[] = [];
  let at = from;
  do {
    const end = Math.min(until, startOfNextMonth(at));
    const hours = Math.max(1, Math.ceil((end - at) / hour));
    months.push(hours);
    at += hours * hour;
  } while (at < until);
  return months;
}

function startOfNextMonth(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

const round = (euros: number): number => Math.round(euros * 10_000) / 10_000;
