import { isObject, stringAt } from "../../gitops/json.ts";
import { SlipwayError } from "../../model/error.ts";
import type { Clock, Log } from "../../model/ports.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { KubernetesApi } from "../api/api.ts";
import { answered } from "../api/refusal.ts";
import { holderOf, isDead, leaseObject, leaseSeconds, type Sighting } from "./lease.ts";

export interface LeaseOptions {
  namespace: string;
  name: string;
  /** Who we are, for whoever finds the lock taken. */
  identity: string;
  ifBusy: "wait" | "leave";
}

export interface LeasePorts {
  api: KubernetesApi;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
}

export interface HeldLease extends AsyncDisposable {
  /** Aborted when the lock is lost: somebody took it, or nobody answered for too long. */
  lost: AbortSignal;
}

/** Milliseconds between looks at a lock that is taken. */
const lookAgain = 2_000;

/** Takes the lock that keeps two runs from working on one cluster. Throws SLW-BUSY where it is taken and not waited for. */
export async function holdLease(options: LeaseOptions, ports: LeasePorts): Promise<HeldLease> {
  await acquire(options, ports);
  const lost = new AbortController();
  const released = new AbortController();
  const renewing = keepRenewing(options, ports, AbortSignal.any([ports.signal, released.signal])).catch(
    (error: unknown) => {
      if (!released.signal.aborted) lost.abort(error);
    },
  );
  return {
    lost: lost.signal,
    async [Symbol.asyncDispose]() {
      released.abort();
      await renewing;
      if (!lost.signal.aborted) await release(options, ports.api);
    },
  };
}

const collection = ({ namespace }: LeaseOptions): string =>
  `/apis/coordination.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/leases`;
const pathOf = (options: LeaseOptions): string => `${collection(options)}/${options.name}`;

async function acquire(options: LeaseOptions, { api, clock, log, signal }: LeasePorts): Promise<void> {
  let sighting: Sighting | undefined;
  for (let told = false; ; told = true) {
    const found = await readOrCreate(options, { api, clock });
    if (found === "taken by us") return;
    const holder = holderOf(found);
    if (holder === undefined || (sighting !== undefined && isDead(holder, sighting, clock.now()))) {
      if (await takeOver(options, found, { api, clock })) return;
      continue;
    }
    if (sighting?.renewed !== holder.renewed) sighting = { renewed: holder.renewed, at: clock.now() };
    if (options.ifBusy === "leave") throw busy(holder.identity);
    if (!told) log.info(`${holder.identity} is at work on this cluster; waiting for it to finish`);
    await clock.sleep(lookAgain, signal);
  }
}

function busy(identity: string): SlipwayError {
  return new SlipwayError("SLW-BUSY", `${identity} is at work on this cluster`, {
    hint: `run again when it is done, or give --if-busy wait; a run that died frees the lock ${leaseSeconds} seconds later`,
  });
}

type Asking = Pick<LeasePorts, "api" | "clock">;

async function readOrCreate(options: LeaseOptions, { api, clock }: Asking): Promise<JsonObject | "taken by us"> {
  const { namespace, name, identity } = options;
  const body = leaseObject(namespace, name, identity, clock.now());
  const created = await api.ask({ method: "POST", path: collection(options), body });
  if (created.status === 201) return "taken by us";
  if (created.status !== 409) answered(created, `lease ${name}`);
  const current = await api.ask({ method: "GET", path: pathOf(options) });
  if (current.status === 404) return {};
  const lease = answered(current, `lease ${name}`).body;
  return isObject(lease) ? lease : {};
}

/** With the version that was read: of two that find it dead, one gets it. */
async function takeOver(options: LeaseOptions, found: JsonObject, { api, clock }: Asking): Promise<boolean> {
  const resourceVersion = stringAt(found, "metadata", "resourceVersion");
  // Gone meanwhile: it can be created.
  if (resourceVersion === undefined) return false;
  const { namespace, name, identity } = options;
  const lease = leaseObject(namespace, name, identity, clock.now());
  const body = { ...lease, metadata: { name, namespace, resourceVersion } };
  const answer = await api.ask({ method: "PUT", path: pathOf(options), body });
  return answer.status === 200;
}

/** Ends by throwing when the lock is somebody else's or cannot be renewed before it runs out. */
async function keepRenewing(options: LeaseOptions, { api, clock }: LeasePorts, signal: AbortSignal): Promise<void> {
  let renewed = clock.now();
  for (;;) {
    await clock.sleep((leaseSeconds * 1000) / 3, signal);
    const answer = await renew(options, { api, clock }).catch(() => undefined);
    if (answer === "renewed") renewed = clock.now();
    if (answer === "lost" || clock.now() - renewed > leaseSeconds * 1000) {
      throw new SlipwayError("SLW-BUSY", "the lock on this cluster was lost to another run", {
        hint: "run again when the other one is done",
      });
    }
  }
}

async function renew(options: LeaseOptions, { api, clock }: Asking): Promise<"renewed" | "lost" | "unknown"> {
  const current = await api.ask({ method: "GET", path: pathOf(options) });
  if (current.status === 404) return "lost";
  if (current.status !== 200 || !isObject(current.body)) return "unknown";
  if (holderOf(current.body)?.identity !== options.identity) return "lost";
  return (await takeOver(options, current.body, { api, clock })) ? "renewed" : "unknown";
}

/** Only our own: another run may have taken it since. */
async function release(options: LeaseOptions, api: KubernetesApi): Promise<void> {
  const current = await api.ask({ method: "GET", path: pathOf(options) }).catch(() => undefined);
  if (current?.status !== 200 || !isObject(current.body)) return;
  if (holderOf(current.body)?.identity !== options.identity) return;
  const resourceVersion = stringAt(current.body, "metadata", "resourceVersion") ?? "";
  const body = { apiVersion: "v1", kind: "DeleteOptions", preconditions: { resourceVersion } };
  await api.ask({ method: "DELETE", path: pathOf(options), body }).catch(() => undefined);
}
