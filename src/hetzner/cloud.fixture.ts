import { type Emulator, type EmulatorOptions, manualTime, startEmulator } from "hcloud-emulator";
import { type Environment, environmentSchema, type HetznerServer } from "../environment/schema.ts";
import type { Clock } from "../model/ports.ts";
import { apply } from "./apply/apply.ts";
import type { Allowance, ApplyEvent, ApplyPorts } from "./apply/ports.ts";
import { constantBackoff } from "./client/backoff.ts";
import { hetznerClient, type HetznerClient } from "./client/client.ts";
import type { Fetch } from "./client/send.ts";
import { askMarket } from "./market.ts";
import { observe } from "./observe.ts";
import { type Declared, declare } from "./plan/declared.ts";
import { plan, wantedOf } from "./plan/plan.ts";
import type { Plan } from "./plan/step.ts";

const sshPublicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgY test";
export const never = new AbortController().signal;

/** An Environment at Hetzner; what is not said is as small as it can be. */
export function environment(
  spec: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
  name = "dev",
): Environment {
  return environmentSchema.parse({
    apiVersion: "slipway.dev/v1alpha1",
    kind: "Environment",
    metadata: { name },
    spec: {
      server: { provider: "hetzner", locations: ["nbg1", "fsn1"], types: ["cx23", "cax11"], ...spec },
      kubernetes: { version: "v1.36.2+k3s1" },
      argocd: { version: "v3.6.1", bootstrap: "bootstrap.yaml" },
      ...rest,
    },
  });
}

export function declaredOf(environment: Environment, repository?: string): Declared {
  return declare(environment, serverOf(environment), { sshPublicKey, repository });
}

function serverOf({ spec: { server } }: Environment): HetznerServer {
  if (server.provider !== "hetzner") throw new TypeError("this Environment has no server at Hetzner");
  return server;
}

export interface Cloud extends AsyncDisposable {
  emulator: Emulator;
  client: HetznerClient;
  clock: Clock;
  retries: string[];
  clientWith(fetchLike: Fetch, token?: string): HetznerClient;
}

/** An emulated Hetzner whose time passes only while somebody sleeps, and a client for it. */
export async function openCloud(options: EmulatorOptions = {}): Promise<Cloud> {
  const time = manualTime("2026-11-30T08:00:00Z");
  const emulator = await startEmulator({ time, ...options });
  const retries: string[] = [];
  const clock: Clock = {
    now: () => emulator.clock.now(),
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      emulator.clock.advance(milliseconds);
    },
  };
  const clientWith: Cloud["clientWith"] = (fetchLike, token = "emulator") =>
    hetznerClient(
      { token, endpoint: emulator.url, requestTimeout: 5000 },
      {
        fetch: fetchLike,
        clock,
        random: () => 0.5,
        debug: () => undefined,
        onRetry: (message) => void retries.push(message),
      },
    );
  return {
    emulator,
    client: clientWith(fetch),
    clock,
    retries,
    clientWith,
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

export interface ProvisionOptions {
  client?: HetznerClient;
  allow?: readonly Allowance[];
  signal?: AbortSignal;
  report?: (event: ApplyEvent) => void;
  prepareServer?: ApplyPorts["prepareServer"];
  afterCreate?: ApplyPorts["afterCreate"];
}

export async function planFor(declared: Declared, { client, clock, emulator }: Cloud, signal = never): Promise<Plan> {
  const market = await askMarket(client, { now: clock.now(), source: emulator.url }, signal);
  return plan(declared, await observe(client, wantedOf(declared), signal), market);
}

/** Observes, plans and applies, without the checks that stand between. */
export async function provisionIn(cloud: Cloud, declared: Declared, options: ProvisionOptions = {}): Promise<Plan> {
  const { client = cloud.client, allow = [], signal = never } = options;
  const made = await planFor(declared, { ...cloud, client }, signal);
  if (made.refusals.length > 0) throw new Error(made.refusals.map(({ message }) => message).join("\n"));
  let prepared = 0;
  await apply(made, {
    client,
    clock: cloud.clock,
    poll: constantBackoff(1000),
    backoff: constantBackoff(1000),
    signal,
    owner: declared.owner,
    allow: new Set(allow),
    prepareServer:
      options.prepareServer ??
      (async (name) => ({
        userData: `#cloud-config\n# ${name}`,
        labels: { "slipway.dev/host-key": `key-${++prepared}` },
      })),
    afterCreate: options.afterCreate ?? (async () => undefined),
    report: options.report ?? (() => undefined),
  });
  return made;
}
