import { families, includedTraffic, locations, prices, retirement } from "./data.ts";
import { hourlyOf, monthlyAt, type Price, price } from "./money.ts";

export interface ServerType {
  id: number;
  name: string;
  description: string;
  category: string;
  cores: number;
  memory: number;
  disk: number;
  cpu_type: "shared" | "dedicated";
  architecture: "x86" | "arm";
  orderable: readonly string[];
  retired: readonly string[];
  /** Net euros a month in Europe. */
  monthly: number;
}

export const serverTypes: readonly ServerType[] = families.flatMap(({ types, ...family }) =>
  types.map(([id, name, cores, memory, disk, monthly]) => ({
    ...family,
    id,
    name,
    description: name.toUpperCase(),
    cores,
    memory,
    disk,
    monthly,
  })),
);

export const findServerType = (idOrName: number | string): ServerType | undefined =>
  serverTypes.find(({ id, name }) => name === String(idOrName) || String(id) === String(idOrName));

export interface LocationPrice {
  location: string;
  price_hourly: Price;
  price_monthly: Price;
  included_traffic: number;
  price_per_tb_traffic: Price;
}

export function pricesAt(monthly: number, where: readonly string[]): LocationPrice[] {
  return where.map((location) => ({
    location,
    price_hourly: price(hourlyOf(monthlyAt(monthly, location))),
    price_monthly: price(monthlyAt(monthly, location)),
    included_traffic: includedTraffic(location),
    price_per_tb_traffic: price(prices.trafficPerTB),
  }));
}

const everywhere = ({ orderable, retired }: ServerType): string[] =>
  locations.map(({ name }) => name).filter((name) => orderable.includes(name) || retired.includes(name));

export const serverTypePrices = (type: ServerType): LocationPrice[] => pricesAt(type.monthly, everywhere(type));

/** A type as the API tells it; `inStock` answers for the locations where it can be ordered at all. */
export function renderServerType(type: ServerType, inStock: (location: string) => boolean): Record<string, unknown> {
  const retiredEverywhere = type.orderable.length === 0;
  return {
    id: type.id,
    name: type.name,
    description: type.description,
    category: type.category,
    cores: type.cores,
    memory: type.memory,
    disk: type.disk,
    cpu_type: type.cpu_type,
    storage_type: "local",
    architecture: type.architecture,
    deprecated: retiredEverywhere,
    deprecation: retiredEverywhere ? retirement : null,
    prices: serverTypePrices(type),
    locations: everywhere(type).map((name) => ({
      id: locations.find((one) => one.name === name)?.id,
      name,
      available: type.orderable.includes(name) && inStock(name),
      recommended: type.orderable.includes(name) && inStock(name),
      deprecation: type.retired.includes(name) ? retirement : null,
    })),
  };
}
