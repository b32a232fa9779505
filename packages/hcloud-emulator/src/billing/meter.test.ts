import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyProject } from "../state/state.ts";
import { hour, startTrial } from "../testing/client.ts";
import { closeBills, openBill, tariff } from "./bills.ts";
import { invoice } from "./meter.ts";

const start = Date.UTC(2026, 10, 2);
function costOf(from: number, hours: number, monthly: number): { net: number; hours: number } {
  const project = emptyProject();
  openBill(project, from, {
    kind: "servers",
    id: 1,
    name: "web",
    type: "cx23",
    location: "nbg1",
    tariff: tariff(monthly),
  });
  closeBills(project, from + hours * hour, "servers", 1);
  const [line] = invoice(project, from + 10_000 * hour).lines;
  return { net: line?.net ?? 0, hours: line?.hours ?? 0 };
}

describe("the bill", () => {
  it("counts an hour begun as an hour", () => {
    expect(costOf(start, 0.001, 6.24)).toEqual({ net: 0.01, hours: 1 });
    expect(costOf(start, 1, 6.24).hours).toBe(1);
    expect(costOf(start, 1.5, 6.24)).toEqual({ net: 0.02, hours: 2 });
  });

  it("never takes more than the monthly price in a calendar month", () => {
    expect(costOf(start, 28 * 24, 6.24).net).toBe(6.24);
    // From the start of November to the end of December: two caps.
    expect(costOf(Date.UTC(2026, 10, 1), 61 * 24, 6.24).net).toBe(12.48);
  });

  it("grows with time and is never more than the hours make", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 500 }), (hours, more) => {
        const [less, later] = [costOf(start, hours, 6.24), costOf(start, hours + more, 6.24)];
        expect(later.net).toBeGreaterThanOrEqual(less.net);
        expect(less.net).toBeLessThanOrEqual(less.hours * 0.01 + 1e-9);
        expect(less.hours).toBe(Math.max(1, hours));
      }),
    );
  });

  it("goes on while a server is off, and ends when it is deleted", async () => {
    await using trial = await startTrial();
    const id = await trial.server("web", { public_net: { enable_ipv4: true, enable_ipv6: false } });
    await trial.call("POST", `/servers/${id}/actions/poweroff`);
    trial.wait(10 * hour);
    const open = trial.emulator.billing.open();
    expect(open.map(({ kind, hours, net }) => [kind, hours, net])).toEqual([
      ["primary_ips", 11, 0.0088],
      ["servers", 11, 0.0968],
    ]);
    await trial.call("DELETE", `/servers/${id}`);
    trial.wait(hour);
    expect(trial.emulator.billing.open()).toEqual([]);
    trial.wait(100 * hour);
    expect(trial.emulator.billing.invoice().net).toBe(0.1056);
  });

  it("has what a month of a server, its address, a volume and backups costs", async () => {
    await using trial = await startTrial();
    const id = await trial.server("web");
    await trial.call("POST", "/volumes", { name: "data", size: 100, location: "nbg1" });
    await trial.call("POST", `/servers/${id}/actions/enable_backup`);
    trial.wait(28 * 24 * hour);
    const byKind = Object.fromEntries(
      trial.emulator.billing.open().map(({ kind, type, net }) => [`${kind} ${type}`, net]),
    );
    expect(byKind).toMatchObject({
      "servers cx23": 5.49,
      "backups cx23": 1.098,
      "primary_ips ipv4": 0.5,
      "primary_ips ipv6": 0,
    });
    expect(byKind["volumes 100 GB"]).toBeCloseTo((100 * 0.0572 * 28 * 24) / 730, 3);
  });

  it("starts anew with another type, another size, and with every server made again", async () => {
    await using trial = await startTrial();
    const bare = { public_net: { enable_ipv4: false, enable_ipv6: false } };
    const id = await trial.server("web", bare);
    await trial.call("POST", `/servers/${id}/actions/poweroff`);
    trial.wait(5000);
    await trial.call("POST", `/servers/${id}/actions/change_type`, { server_type: "cx33", upgrade_disk: false });
    trial.wait(60_000);
    await trial.call("DELETE", `/servers/${id}`);
    trial.wait(5000);
    await trial.server("web", bare);
    const lines = trial.emulator.billing.invoice().lines.map(({ type, hours, to }) => [type, hours, to === null]);
    expect(lines).toEqual([
      ["cx23", 1, false],
      ["cx33", 1, false],
      ["cx23", 1, true],
    ]);
  });
});
