import type { Catalogue } from "../environment/catalogue.ts";
import type { LocationAnswer, Pricing, ServerTypeAnswer } from "./client/pricing.ts";
import type { Market } from "./plan/market.ts";

/** What the API says of prices, sizes and places; three answers that belong together. */
export interface MarketAnswers {
  pricing: Pricing;
  serverTypes: readonly ServerTypeAnswer[];
  locations: readonly LocationAnswer[];
}

/** The API counts traffic in bytes, and a TB as 2^40 of them. */
const terabyte = 2 ** 40;

/** Today's catalogue. `date` as in `2026-11-30`, `source` is the address that was asked. */
export function catalogueFrom(answers: MarketAnswers, read: Pick<Catalogue, "date" | "source">): Catalogue {
  const { pricing, serverTypes, locations } = answers;
  if (pricing.currency !== "EUR") throw new RangeError(`prices are in ${pricing.currency}, not in EUR`);
  return {
    ...read,
    estimates: [],
    currency: "EUR",
    locations: locations.map(({ name, city, country, network_zone: networkZone }) => ({
      name,
      city,
      country,
      networkZone,
    })),
    serverTypes: serverTypes.map((type) => ({
      name: type.name,
      cores: type.cores,
      memory: type.memory,
      disk: type.disk,
      architecture: type.architecture,
      cpuType: type.cpu_type,
      locations: type.locations.map((location) => offerOf(type.name, location, pricing)),
    })),
    primaryIPs: pricing.primary_ips.flatMap(({ type, prices: [first] }) => (first ? [{ type, ...rateOf(first) }] : [])),
    volumePerGBMonth: pricing.volume.price_per_gb_month.net,
    snapshotPerGBMonth: pricing.image.price_per_gb_month.net,
    serverBackupPercent: pricing.server_backup.percentage,
    trafficPerTB: pricing.server_types.flatMap(({ prices }) => prices[0]?.price_per_tb_traffic?.net ?? [])[0] ?? "0",
    loadBalancerTypes: pricing.load_balancer_types.flatMap(({ name, prices: [first] }) =>
      first ? [{ name, ...rateOf(first) }] : [],
    ),
  };
}

type Offer = Catalogue["serverTypes"][number]["locations"][number];

function offerOf(
  type: string,
  { name, deprecation }: ServerTypeAnswer["locations"][number],
  { server_types: all }: Pricing,
): Offer {
  const price = all.find((one) => one.name === type)?.prices.find(({ location }) => location === name);
  const { included_traffic: included } = price ?? {};
  return {
    name,
    ...(price && rateOf(price)),
    ...(included !== undefined && { includedTrafficTB: included / terabyte }),
    ...(deprecation && {
      deprecation: { announced: dayOf(deprecation.announced), unavailableAfter: dayOf(deprecation.unavailable_after) },
    }),
  };
}

/** What is in stock where; nothing is said of a location that the API says nothing of. */
export function stockFrom(serverTypes: MarketAnswers["serverTypes"]): Market["stock"] {
  return Object.fromEntries(
    serverTypes.map(({ name, locations }) => [
      name,
      Object.fromEntries(locations.flatMap((one) => (one.available === undefined ? [] : [[one.name, one.available]]))),
    ]),
  );
}

const rateOf = ({
  price_hourly: hourly,
  price_monthly: monthly,
}: {
  price_hourly: { net: string };
  price_monthly: { net: string };
}) => ({
  hourly: hourly.net,
  monthly: monthly.net,
});

const dayOf = (moment: string): string => moment.slice(0, 10);
