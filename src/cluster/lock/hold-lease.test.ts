import { describe, expect, it } from "vitest";
import { objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { ApiAnswer, ApiRequest, KubernetesApi } from "../api/api.ts";
import { holdLease } from "./hold-lease.ts";
import { leaseObject } from "./lease.ts";

/** One Lease with the API server's rules: created once, replaced only with the version that was read. */
class LeaseStore {
  lease: JsonObject | undefined;
  version = 0;

  store(body: JsonObject): ApiAnswer {
    this.version += 1;
    this.lease = { ...body, metadata: { ...objectAt(body, "metadata"), resourceVersion: String(this.version) } };
    return { status: 200, body: this.lease };
  }

  readonly api: KubernetesApi = {
    server: "memory",
    watch: async () => undefined,
    ask: async ({ method, body }: ApiRequest): Promise<ApiAnswer> => {
      const [current, given] = [this.lease, objectAt(body ?? {}) ?? {}];
      if (method === "POST") return current ? { status: 409, body: null } : { ...this.store(given), status: 201 };
      if (current === undefined) return { status: 404, body: null };
      if (method === "GET") return { status: 200, body: current };
      if (method === "DELETE") this.lease = undefined;
      const isCurrent = stringAt(given, "metadata", "resourceVersion") === String(this.version);
      if (method === "PUT") return isCurrent ? this.store(given) : { status: 409, body: null };
      return { status: 200, body: null };
    },
  };
}

/** Time that passes only when somebody sleeps. */
function ports(store: LeaseStore, onSleep: () => void = () => undefined) {
  let now = 1_000_000;
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number, signal?: AbortSignal) => {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      now += milliseconds;
      onSleep();
    },
  };
  const silent = (): void => undefined;
  const log = { debug: silent, info: silent, warning: silent };
  return { api: store.api, clock, log, signal: new AbortController().signal };
}

const options = (identity: string, ifBusy: "wait" | "leave") => ({
  namespace: "argocd",
  name: "lock",
  identity,
  ifBusy,
});
const heldBy = (store: LeaseStore): string | undefined => stringAt(store.lease, "spec", "holderIdentity");

describe("the lock on a cluster", () => {
  it("is taken, and given back", async () => {
    const store = new LeaseStore();
    const held = await holdLease(options("one", "leave"), ports(store));
    expect(heldBy(store)).toBe("one");
    await held[Symbol.asyncDispose]();
    expect(store.lease).toBeUndefined();
  });

  it("turns a second run away, and says who has it", async () => {
    const store = new LeaseStore();
    store.store(leaseObject("argocd", "lock", "one", 0));
    await expect(holdLease(options("two", "leave"), ports(store))).rejects.toMatchObject({
      code: "SLW-BUSY",
      message: /^one /,
    });
  });

  it("is waited for while its holder lives, and taken over when it has died", async () => {
    const store = new LeaseStore();
    store.store(leaseObject("argocd", "lock", "one", 0));
    let renewals = 0;
    const renewing = (): void => {
      renewals += 1;
      if (renewals < 30) store.store(leaseObject("argocd", "lock", "one", renewals * 1000));
    };
    const held = await holdLease(options("two", "wait"), ports(store, renewing));
    expect(heldBy(store)).toBe("two");
    // Thirty looks while it was renewed, and then as long as it had promised.
    expect(renewals).toBeGreaterThan(44);
    await held[Symbol.asyncDispose]();
  });

  it("that is lost to somebody ends the work", async () => {
    const store = new LeaseStore();
    const held = await holdLease(options("one", "leave"), ports(store));
    store.store(leaseObject("argocd", "lock", "two", 0));
    await new Promise((resolve) => held.lost.addEventListener("abort", resolve));
    expect(held.lost.reason).toMatchObject({ code: "SLW-BUSY" });
    await held[Symbol.asyncDispose]();
    expect(heldBy(store)).toBe("two");
  });
});
