import { describe, expect, it } from "vitest";
import { hour, startTrial } from "../testing/client.ts";

const create = { name: "web", server_type: "cx23", image: "ubuntu-24.04", location: "nbg1" };

describe("faults on demand", () => {
  it("refuse, after as many requests as told and as often as told", async () => {
    await using trial = await startTrial();
    trial.emulator.faults.add({ fault: "error", code: "conflict", path: "/servers", method: "GET", skip: 1, times: 2 });
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await trial.call("GET", "/servers")).status);
    expect(statuses).toEqual([200, 409, 409, 200]);
    expect((await trial.call("GET", "/volumes")).status).toBe(200);
    expect(trial.emulator.faults.list()[0]).toMatchObject({ matched: 4, met: 2 });
  });

  it("match parts of a path", async () => {
    await using trial = await startTrial();
    const id = await trial.server("web");
    trial.emulator.faults.add({
      fault: "error",
      code: "service_error",
      path: "/servers/*/actions/reboot",
      times: null,
    });
    expect(await trial.refusal("POST", `/servers/${id}/actions/reboot`)).toBe("service_error");
    expect((await trial.call("POST", `/servers/${id}/actions/poweroff`)).status).toBe(201);
  });

  it("drop the connection before anything is done", async () => {
    await using trial = await startTrial();
    trial.emulator.faults.add({ fault: "drop-before", method: "POST" });
    await expect(trial.call("POST", "/servers", create)).rejects.toThrow(/fetch failed/);
    expect((await trial.call("GET", "/servers")).body["servers"]).toEqual([]);
    expect(trial.emulator.billing.open()).toEqual([]);
  });

  it("drop the connection after it was done", async () => {
    await using trial = await startTrial();
    trial.emulator.faults.add({ fault: "drop-after", method: "POST" });
    await expect(trial.call("POST", "/servers", create)).rejects.toThrow(/fetch failed/);
    expect((await trial.call("GET", "/servers?name=web")).body["servers"]).toHaveLength(1);
    expect(await trial.refusal("POST", "/servers", create)).toBe("uniqueness_error");
  });

  it("cut an answer short", async () => {
    await using trial = await startTrial();
    trial.emulator.faults.add({ fault: "truncate", bytes: 10 });
    await expect(trial.call("GET", "/servers")).rejects.toThrow(/terminated/);
    expect((await trial.call("GET", "/servers")).status).toBe(200);
  });

  it("sell out a type in one place, for a while or for good", async () => {
    await using trial = await startTrial();
    const { faults } = trial.emulator;
    faults.add({ fault: "stock-out", serverType: "cx23", location: "nbg1" });
    expect(await trial.refusal("POST", "/servers", create)).toBe("resource_unavailable");
    expect((await trial.call("POST", "/servers", create)).status).toBe(201);
    const lasting = faults.add({ fault: "stock-out", location: "nbg1", times: null, code: "placement_error" });
    expect(await trial.refusal("POST", "/servers", { ...create, name: "two" })).toBe("placement_error");
    const stock = async () => {
      const { body } = await trial.call("GET", "/server_types?name=cx23");
      return body["server_types"][0].locations.filter(({ available }: { available: boolean }) => available).length;
    };
    expect(await stock()).toBe(2);
    faults.clear(lasting.id);
    expect(await stock()).toBe(3);
  });

  it("make an action fail, and what it was to do is not done", async () => {
    await using trial = await startTrial();
    const id = await trial.server("web");
    trial.emulator.faults.add({ fault: "fail-action", path: "/servers/*/actions/poweroff" });
    const { body } = await trial.call("POST", `/servers/${id}/actions/poweroff`);
    trial.wait(hour);
    const { action } = (await trial.call("GET", `/actions/${body["action"].id}`)).body;
    expect(action).toMatchObject({ status: "error", progress: 100, error: { code: "action_failed" } });
    expect((await trial.call("GET", `/servers/${id}`)).body["server"].status).toBe("running");
  });

  it("leave nothing of a server whose creation fails", async () => {
    await using trial = await startTrial();
    trial.emulator.faults.add({ fault: "fail-action", method: "POST", path: "/servers" });
    await trial.server("web");
    expect((await trial.call("GET", "/servers")).body["servers"]).toEqual([]);
    expect((await trial.call("GET", "/primary_ips")).body["primary_ips"]).toEqual([]);
    expect(trial.emulator.billing.open()).toEqual([]);
  });

  it("slow an action down", async () => {
    await using trial = await startTrial();
    const id = await trial.server("web");
    trial.emulator.faults.add({ fault: "slow-action", milliseconds: hour, method: "POST" });
    const { body } = await trial.call("POST", `/servers/${id}/actions/reboot`);
    trial.wait(hour / 2);
    const { action } = (await trial.call("GET", `/actions/${body["action"].id}`)).body;
    expect(action).toMatchObject({ status: "running", progress: 49 });
    expect(await trial.refusal("DELETE", `/servers/${id}`)).toBe("locked");
  });

  it("make a machine deaf to shutdown", async () => {
    await using trial = await startTrial();
    const id = await trial.server("web");
    trial.emulator.faults.add({ fault: "ignore-shutdown", method: "POST" });
    await trial.call("POST", `/servers/${id}/actions/shutdown`);
    trial.wait(hour);
    expect((await trial.call("GET", `/servers/${id}`)).body["server"].status).toBe("running");
    await trial.call("POST", `/servers/${id}/actions/shutdown`);
    trial.wait(2000);
    expect((await trial.call("GET", `/servers/${id}`)).body["server"].status).toBe("stopping");
    trial.wait(hour);
    expect((await trial.call("GET", `/servers/${id}`)).body["server"].status).toBe("off");
  });

  it("exhaust the rate limit and move the clock", async () => {
    await using trial = await startTrial();
    trial.emulator.faults.add({ fault: "exhaust-rate-limit" });
    expect(await trial.refusal("GET", "/servers")).toBe("rate_limit_exceeded");
    trial.emulator.faults.add({ fault: "jump-clock", milliseconds: hour });
    const before = trial.emulator.clock.now();
    expect((await trial.call("GET", "/servers")).status).toBe(200);
    expect(trial.emulator.clock.now() - before).toBe(hour);
  });

  it("are asked for over HTTP too, and a mistake is explained", async () => {
    await using trial = await startTrial();
    const faults = `${trial.emulator.controlUrl}/faults`;
    const asked = await fetch(faults, { method: "POST", body: JSON.stringify({ fault: "error", code: "locked" }) });
    expect(asked.status).toBe(201);
    expect(await trial.refusal("GET", "/servers")).toBe("locked");
    const wrong = await fetch(faults, { method: "POST", body: JSON.stringify({ fault: "eror" }) });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("fault")]);
    await fetch(faults, { method: "DELETE" });
    expect(await (await fetch(faults)).json()).toEqual({ faults: [] });
    const clock = await fetch(`${trial.emulator.controlUrl}/clock`, { method: "POST", body: '{"advance": 3600000}' });
    expect(await clock.json()).toEqual({ now: "2026-11-02T01:00:00.000Z" });
    expect(await (await fetch(`${trial.emulator.controlUrl}/billing`)).json()).toMatchObject({ net: 0, lines: [] });
    expect(await (await fetch(`${trial.emulator.controlUrl}/requests`)).json()).toEqual({
      requests: [{ method: "GET", path: "/servers", status: 423 }],
    });
  });
});
