import { z } from "zod";

const price = z.object({ net: z.string() });
const rate = z.object({ location: z.string(), price_hourly: price, price_monthly: price });
const included = z.object({
  ...rate.shape,
  included_traffic: z.number().optional(),
  price_per_tb_traffic: price.optional(),
});
const perGB = z.object({ price_per_gb_month: price });
const deprecation = z.object({ announced: z.string(), unavailable_after: z.string() }).nullish();

/** GET /pricing: amounts are decimals in strings. */
export const pricingSchema = z.object({
  currency: z.string(),
  image: perGB,
  volume: perGB,
  server_backup: z.object({ percentage: z.string() }),
  primary_ips: z.array(z.object({ type: z.enum(["ipv4", "ipv6"]), prices: z.array(rate) })),
  load_balancer_types: z.array(z.object({ name: z.string(), prices: z.array(rate) })),
  server_types: z.array(z.object({ name: z.string(), prices: z.array(included) })),
});
export type Pricing = z.output<typeof pricingSchema>;

/** An item of GET /server_types. `available` came in April 2026; where it is absent, only an order tells. */
export const serverTypeSchema = z.object({
  id: z.int(),
  name: z.string(),
  cores: z.number(),
  memory: z.number(),
  disk: z.number(),
  architecture: z.enum(["x86", "arm"]),
  cpu_type: z.enum(["shared", "dedicated"]),
  locations: z.array(z.object({ name: z.string(), available: z.boolean().optional(), deprecation })).default([]),
});
export type ServerTypeAnswer = z.output<typeof serverTypeSchema>;

/** An item of GET /locations. */
export const locationSchema = z.object({
  id: z.int(),
  name: z.string(),
  city: z.string(),
  country: z.string(),
  network_zone: z.string(),
});
export type LocationAnswer = z.output<typeof locationSchema>;
