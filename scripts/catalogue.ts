import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Catalogue, catalogueSchema } from "../src/environment/catalogue.ts";
import { defaultEndpoint } from "../src/hetzner/client/access.ts";
import { hetznerClient } from "../src/hetzner/client/client.ts";
import { askMarket } from "../src/hetzner/market.ts";

/**
 * Writes today's prices and types from Hetzner into the committed catalogue: `HCLOUD_TOKEN=… node --conditions=source scripts/catalogue.ts`.
 * A token that may only read is enough. Where nothing but the date would change, the file stays as it is.
 */
const file = fileURLToPath(new URL("../src/environment/hetzner-catalogue.json", import.meta.url));
const endpoint = process.env["HCLOUD_ENDPOINT"] || defaultEndpoint;
const say = (message: string): void => void process.stderr.write(`${message}\n`);

const client = hetznerClient(
  { token: process.env["HCLOUD_TOKEN"] ?? "", endpoint },
  {
    fetch,
    clock: {
      now: () => Date.now(),
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    },
    random: Math.random,
    debug: () => undefined,
    onRetry: say,
  },
);
const { catalogue } = await askMarket(client, { now: Date.now(), source: endpoint }, AbortSignal.timeout(120_000));
const today = catalogueSchema.parse(catalogue);
const committed = catalogueSchema.parse(JSON.parse(readFileSync(file, "utf8")));
const figures = (catalogue: Catalogue): string => JSON.stringify({ ...catalogue, date: "" });

if (figures(today) === figures(committed)) say(`prices and types are still those of ${committed.date}`);
else {
  writeFileSync(file, `${JSON.stringify(today, null, 2)}\n`);
  say(`wrote ${today.serverTypes.length} server types as of ${today.date}; before: ${committed.date}`);
}
