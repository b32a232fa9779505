import type { Catalogue } from "./catalogue.ts";
import { serverTypeOf } from "./catalogue.ts";
import { type MicroEuro, microEuros } from "./money.ts";

/** What an hour costs, and the most that a month of one and the same resource can cost. */
export interface Rate {
  hourly: MicroEuro;
  monthly: MicroEuro;
}

/** Undefined where the type is not sold in the location, or its price is not known. */
export function serverRate(catalogue: Catalogue, type: string, location: string): Rate | undefined {
  const offer = serverTypeOf(catalogue, type)?.locations.find(({ name }) => name === location);
  if (offer?.hourly === undefined || offer.monthly === undefined) return undefined;
  return { hourly: microEuros(offer.hourly), monthly: microEuros(offer.monthly) };
}

export function primaryIPRate({ primaryIPs }: Catalogue, type: "ipv4" | "ipv6"): Rate {
  return rateOf(primaryIPs.find((one) => one.type === type)) ?? { hourly: 0, monthly: 0 };
}

export function loadBalancerRate({ loadBalancerTypes }: Catalogue, type: string): Rate | undefined {
  return rateOf(loadBalancerTypes.find(({ name }) => name === type));
}

/** Storage is sold by GB and month; its hours are those of a month of 30 days. */
export function volumeRate({ volumePerGBMonth }: Catalogue, sizeGB: number): Rate {
  return storageRate(volumePerGBMonth, sizeGB);
}

export function snapshotRate({ snapshotPerGBMonth }: Catalogue, sizeGB: number): Rate {
  return storageRate(snapshotPerGBMonth, sizeGB);
}

function storageRate(perGB: string, sizeGB: number): Rate {
  const monthly = Math.round(microEuros(perGB) * sizeGB);
  return { hourly: Math.round(monthly / 720), monthly };
}

function rateOf(listed: { hourly: string; monthly: string } | undefined): Rate | undefined {
  return listed && { hourly: microEuros(listed.hourly), monthly: microEuros(listed.monthly) };
}

/** What one resource costs that lives this many hours of a month. Hours round up, and the month's cap holds. */
export function billed({ hourly, monthly }: Rate, hours: number): MicroEuro {
  return Math.min(hourly * Math.ceil(hours), monthly);
}
