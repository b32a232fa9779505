import { describe, expect, it } from "vitest";
import { never, openCloud } from "../cloud.fixture.ts";
import { constantBackoff } from "./backoff.ts";
import { createOnce } from "./create-once.ts";
import { firewalls, servers } from "./resource-types.ts";

const labels = { "slipway.dev/environment": "dev" };
const order = { type: firewalls, body: { name: "dev-firewall", labels, rules: [] } };

describe("the Hetzner client", () => {
  it("reads every page", async () => {
    await using cloud = await openCloud({ limits: { firewalls: 1000 } });
    for (let index = 0; index < 120; index++) {
      await cloud.client.create(firewalls, { name: `wall-${index}`, rules: [] }, never);
    }
    cloud.emulator.requests.splice(0);
    expect(await cloud.client.list(firewalls, {}, never)).toHaveLength(120);
    expect(cloud.emulator.requests).toHaveLength(3);
  });

  it.each(["conflict", "locked", "rate_limit_exceeded", "service_error", "bad_gateway", "timeout"])(
    "sends a request again that can do no harm after %s",
    async (code) => {
      await using cloud = await openCloud();
      cloud.emulator.faults.add({ fault: "error", code, times: 3 });
      expect(await cloud.client.list(firewalls, {}, never)).toEqual([]);
      expect(cloud.retries).toHaveLength(3);
    },
  );

  it.each(["invalid_input", "forbidden", "unauthorized", "token_readonly", "protected", "resource_limit_exceeded"])(
    "does not send a request again after %s",
    async (code) => {
      await using cloud = await openCloud();
      cloud.emulator.faults.add({ fault: "error", code, times: 2 });
      await expect(cloud.client.list(firewalls, {}, never)).rejects.toMatchObject({ apiCode: code });
      expect(cloud.emulator.requests).toHaveLength(1);
    },
  );

  it("never sends a create again whose outcome is unknown, and does after a refusal", async () => {
    await using cloud = await openCloud();
    cloud.emulator.faults.add({ fault: "drop-after", method: "POST" });
    await expect(cloud.client.create(firewalls, { name: "one", rules: [] }, never)).rejects.toMatchObject({
      code: "SLW-HETZNER-API",
      outcome: "unknown",
    });
    expect(cloud.emulator.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    cloud.emulator.faults.add({ fault: "error", code: "conflict", method: "POST" });
    await cloud.client.create(firewalls, { name: "two", rules: [] }, never);
    expect((await cloud.client.list(firewalls, {}, never)).map(({ name }) => name)).toEqual(["one", "two"]);
  });

  it.each(["drop-before", "drop-after", "truncate"] as const)(
    "creates exactly once when a connection has %s",
    async (fault) => {
      await using cloud = await openCloud();
      cloud.emulator.faults.add({ fault, method: "POST" });
      const ports = { clock: cloud.clock, backoff: constantBackoff(1000), signal: never };
      const { resource } = await createOnce(cloud.client, order, ports);
      expect(await cloud.client.list(firewalls, {}, never)).toMatchObject([{ id: resource.id, labels }]);
    },
  );

  it("does not take over what somebody else made under the name", async () => {
    await using cloud = await openCloud();
    await cloud.client.create(firewalls, { name: "dev-firewall", rules: [] }, never);
    const ports = { clock: cloud.clock, backoff: constantBackoff(1000), signal: never };
    await expect(createOnce(cloud.client, order, ports)).rejects.toMatchObject({ code: "SLW-HETZNER-FOREIGN" });
  });

  it("waits seconds for a used-up rate limit, not until it is full again", async () => {
    await using cloud = await openCloud();
    await cloud.client.list(firewalls, {}, never);
    const before = cloud.clock.now();
    cloud.emulator.faults.add({ fault: "exhaust-rate-limit" });
    await cloud.client.list(firewalls, {}, never);
    await cloud.client.list(servers, {}, never);
    expect(cloud.clock.now() - before).toBeLessThan(10_000);
  });

  it("says which request failed and by which id, and never the token", async () => {
    await using cloud = await openCloud({ tokens: { "s3cret-token": {} } });
    const client = cloud.clientWith(fetch, "s3cret-token");
    cloud.emulator.faults.add({ fault: "error", code: "invalid_input", message: "no s3cret-token here" });
    const error: unknown = await client.list(firewalls, {}, never).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(
      /GET \/firewalls at Hetzner failed: no \*\*\* here \(invalid_input, request id [0-9a-f]{16}\)/,
    );
    expect(JSON.stringify(error)).not.toContain("s3cret");
  });

  it("stops at once when it is told to", async () => {
    await using cloud = await openCloud();
    const stopped = new AbortController();
    cloud.emulator.faults.add({ fault: "delay", milliseconds: 2000 });
    const listing = cloud.client.list(firewalls, {}, stopped.signal);
    setTimeout(() => stopped.abort(new Error("enough")), 20);
    await expect(listing).rejects.toThrow("enough");
  });
});
