import { loadBalancerTypes, locations, prices } from "./data.ts";
import { hourlyOf, price } from "./money.ts";
import { pricesAt, serverTypePrices, serverTypes } from "./server-types.ts";

const everywhere = locations.map(({ name }) => name);

export function renderLoadBalancerType(row: (typeof loadBalancerTypes)[number]): Record<string, unknown> {
  const [id, name, description, services, targets, certificates, connections, monthly] = row;
  return {
    id,
    name,
    description,
    max_services: services,
    max_targets: targets,
    max_assigned_certificates: certificates,
    max_connections: connections,
    deprecated: null,
    deprecation: null,
    prices: pricesAt(monthly, everywhere),
  };
}

const perLocation = (monthly: number): Record<string, unknown>[] =>
  everywhere.map((location) => ({ location, price_monthly: price(monthly) }));

const perHourAndLocation = (monthly: number): Record<string, unknown>[] =>
  everywhere.map((location) => ({
    location,
    price_hourly: price(hourlyOf(monthly)),
    price_monthly: price(monthly),
  }));

/** GET /pricing. */
export const renderPricing = (): Record<string, unknown> => ({
  currency: "EUR",
  vat_rate: prices.vatPercent.toFixed(2),
  image: { price_per_gb_month: price(prices.snapshotPerGB) },
  floating_ip: { price_monthly: price(prices.floatingIpv4) },
  floating_ips: [
    { type: "ipv4", prices: perLocation(prices.floatingIpv4) },
    { type: "ipv6", prices: perLocation(prices.floatingIpv6) },
  ],
  primary_ips: [
    { type: "ipv4", prices: perHourAndLocation(prices.primaryIpv4) },
    { type: "ipv6", prices: perHourAndLocation(prices.primaryIpv6) },
  ],
  server_backup: { percentage: prices.backupPercent.toFixed(2) },
  server_types: serverTypes.map((type) => ({ id: type.id, name: type.name, prices: serverTypePrices(type) })),
  load_balancer_types: loadBalancerTypes.map(([id, name, , , , , , monthly]) => ({
    id,
    name,
    prices: pricesAt(monthly, everywhere),
  })),
  volume: { price_per_gb_month: price(prices.volumePerGB) },
});
