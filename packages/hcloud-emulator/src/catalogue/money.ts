import { hoursToMonthlyCap, priceFactors, prices } from "./data.ts";

export interface Price {
  net: string;
  gross: string;
}

/** Prices travel as decimal strings, net and with VAT. */
export const price = (net: number): Price => ({
  net: net.toFixed(10),
  gross: (net * (1 + prices.vatPercent / 100)).toFixed(10),
});

const round = (euros: number, digits: number): number => Number(euros.toFixed(digits));

/** Net euros a month at a location, from Europe's price. */
export const monthlyAt = (european: number, location: string): number =>
  round(european * (priceFactors[location] ?? 1), 2);

/** Net euros an hour, to four digits as on the price list. */
export const hourlyOf = (monthly: number): number => round(monthly / hoursToMonthlyCap, 4);
