import { z } from "zod";
import committed from "./hetzner-catalogue.json" with { type: "json" };

const day = z.iso.date();
/** Net of VAT, as the API writes it: a decimal without sign, such as `5.4900000000`. */
const amount = z.string().regex(/^\d+(\.\d+)?$/, 'an amount looks like "5.49"');

const deprecation = z.strictObject({
  announced: day.describe("When the end was announced"),
  unavailableAfter: day.describe("From when on it can no longer be ordered"),
});

/** One location of a server type: /server_types `prices[]` and `locations[]` joined by name. */
const offer = z.strictObject({
  name: z.string(),
  hourly: amount.optional().describe("Absent where it is not sold, or its price is not known"),
  monthly: amount.optional().describe("The most that a month of one server costs"),
  includedTrafficTB: z.number().min(0).optional(),
  deprecation: deprecation.optional(),
});

const serverType = z.strictObject({
  name: z.string(),
  cores: z.int().min(1),
  memory: z.number().positive().describe("GiB"),
  disk: z.number().positive().describe("GB"),
  architecture: z.enum(["x86", "arm"]),
  cpuType: z.enum(["shared", "dedicated"]),
  locations: z.array(offer),
});

/** Hourly price and the most that a month costs, the same everywhere unless a location says otherwise. */
const rate = { hourly: amount, monthly: amount };

/** What can be rented and what it costs on a day, in euros net of VAT: what /locations, /server_types and /pricing say, joined. */
export const catalogueSchema = z.strictObject({
  date: day.describe("When the figures were read"),
  source: z.string().describe("Where they were read: an address"),
  estimates: z.array(z.string()).default([]).describe("Which of the figures are not the provider's own"),
  currency: z.literal("EUR"),
  locations: z.array(
    z.strictObject({ name: z.string(), city: z.string(), country: z.string(), networkZone: z.string() }),
  ),
  serverTypes: z.array(serverType),
  primaryIPs: z.array(z.strictObject({ type: z.enum(["ipv4", "ipv6"]), ...rate })),
  volumePerGBMonth: amount,
  snapshotPerGBMonth: amount,
  serverBackupPercent: amount.describe("Of the server's price"),
  trafficPerTB: amount.describe("Beyond what is included"),
  loadBalancerTypes: z.array(z.strictObject({ name: z.string(), ...rate })),
});
export type Catalogue = z.output<typeof catalogueSchema>;
export type ServerType = Catalogue["serverTypes"][number];

let known: Catalogue | undefined;

/** The catalogue that comes with this version: dated, and good enough where the provider cannot be asked. */
export function committedCatalogue(): Catalogue {
  known ??= catalogueSchema.parse(committed);
  return known;
}

export function serverTypeOf({ serverTypes }: Catalogue, name: string): ServerType | undefined {
  return serverTypes.find((type) => type.name === name);
}
