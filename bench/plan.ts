import { startEmulator } from "hcloud-emulator";
import { environmentSchema } from "../src/environment/schema.ts";
import { hetznerClient } from "../src/hetzner/client/client.ts";
import { firewalls, type Labelled, type ResourceType, sshKeys, volumes } from "../src/hetzner/client/resource-types.ts";
import { environmentLabel, partLabel } from "../src/hetzner/labels.ts";
import { askMarket } from "../src/hetzner/market.ts";
import { observe } from "../src/hetzner/observe.ts";
import { declare } from "../src/hetzner/plan/declared.ts";
import { plan, wantedOf } from "../src/hetzner/plan/plan.ts";
import { median } from "./processes.ts";

/** How much a plan asks and how long it takes in a crowded project: `node --conditions=source bench/plan.ts`. */
const [foreign, own, rounds] = [2000, 200, 5];

const kinds: readonly [ResourceType<Labelled>, (index: number) => Record<string, unknown>][] = [
  [volumes, () => ({ size: 10, location: "nbg1" })],
  [firewalls, () => ({ rules: [] })],
  [sshKeys, (index) => ({ public_key: `ssh-ed25519 ${Buffer.from(keyBytes(index)).toString("base64")}` })],
];

/** An Ed25519 public key as RFC 8709 writes it, of 32 bytes that are nobody's. */
function keyBytes(index: number): Uint8Array {
  const name = new TextEncoder().encode("ssh-ed25519");
  const key = new Uint8Array(32);
  new DataView(key.buffer).setUint32(28, index);
  return Uint8Array.from([0, 0, 0, name.length, ...name, 0, 0, 0, 32, ...key]);
}

const limits = { volumes: 10_000, firewalls: 10_000, ssh_keys: 10_000 };
const emulator = await startEmulator({ speed: Infinity, limits, rateLimit: { limit: 100_000, refillPerSecond: 1 } });
const signal = new AbortController().signal;
const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
const ignore = (): void => undefined;
const client = hetznerClient(
  { token: "emulator", endpoint: emulator.url },
  { fetch, clock, random: Math.random, debug: ignore, onRetry: ignore },
);

async function fill(count: number, prefix: string, labels: (name: string) => Record<string, string>): Promise<void> {
  for (let index = 0; index < count; index++) {
    const [type, body] = kinds[index % kinds.length] ?? [firewalls, () => ({ rules: [] })];
    const name = `${prefix}-${index}`;
    await client.create(
      type,
      { name, labels: labels(name), ...body(index + (prefix === "own" ? foreign : 0)) },
      signal,
    );
  }
}

await fill(foreign, "foreign", () => ({}));
await fill(own, "own", (name) => ({ [environmentLabel]: "dev", [partLabel]: name }));

const environment = environmentSchema.parse({
  apiVersion: "slipway.dev/v1alpha1",
  kind: "Environment",
  metadata: { name: "dev" },
  spec: {
    server: { provider: "hetzner", locations: ["nbg1"], types: ["cx23"] },
    kubernetes: { version: "v1.36.2+k3s1" },
    argocd: { version: "v3.6.1", bootstrap: "bootstrap.yaml" },
  },
});
const { server } = environment.spec;
if (server.provider !== "hetzner") throw new TypeError("the Environment above is at Hetzner");
const declared = declare(environment, server, { sshPublicKey: "ssh-ed25519 AAAA" });

const times: number[] = [];
const pure: number[] = [];
for (let round = 0; round < rounds; round++) {
  emulator.requests.splice(0);
  const started = performance.now();
  const market = await askMarket(client, { now: clock.now(), source: emulator.url }, signal);
  const observed = await observe(client, wantedOf(declared), signal);
  const asked = performance.now();
  plan(declared, observed, market);
  times.push(performance.now() - started);
  pure.push(performance.now() - asked);
}
const calls = new Map<string, number>();
for (const { path } of emulator.requests) calls.set(path, (calls.get(path) ?? 0) + 1);
process.stdout.write(
  `plan over ${foreign} foreign and ${own} own resources: ${emulator.requests.length} requests, ${median(times).toFixed(0)} ms, ${median(pure).toFixed(1)} ms of it planning\n` +
    `${[...calls].map(([path, count]) => `  ${path} ${count}`).join("\n")}\n`,
);
await emulator.close();
