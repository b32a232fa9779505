import { hoursInMonth, prices } from "../catalogue/data.ts";
import { hourlyOf } from "../catalogue/money.ts";
import type { Billed, Project, Tariff } from "../state/state.ts";

/** A price list that says hours and months. */
export const tariff = (monthly: number): Tariff => ({ hourly: hourlyOf(monthly), monthly });

/** A price list that says months only; an hour is its even share. */
export const spreadTariff = (monthly: number): Tariff => ({ hourly: monthly / hoursInMonth, monthly });

export const backupTariff = ({ hourly, monthly }: Tariff): Tariff => ({
  hourly: (hourly * prices.backupPercent) / 100,
  monthly: (monthly * prices.backupPercent) / 100,
});

/** Begins a bill, and ends the one there was for the same thing. */
export function openBill(project: Project, at: number, billed: Billed): void {
  closeBills(project, at, billed.kind, billed.id);
  project.bills.push({ ...billed, from: at, to: null });
}

export function closeBills(project: Project, at: number, kind: string, id: number): void {
  for (const bill of project.bills) {
    if (bill.kind === kind && bill.id === id && bill.to === null) bill.to = at;
  }
}
