import fc from "fast-check";
import { expect, it } from "vitest";
import type { FaultInput } from "./faults/fault.ts";
import { hour, type Reply, startTrial, type Trial } from "./testing/client.ts";

const names = ["a", "b", "c"];
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("create" as const),
      kind: fc.constantFrom("servers", "volumes", "primary_ips"),
      name: fc.constantFrom(...names),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("delete" as const),
      kind: fc.constantFrom("servers", "volumes", "primary_ips", "images"),
      which: fc.nat(3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("act" as const),
      command: fc.constantFrom(
        "poweroff",
        "poweron",
        "create_image",
        "enable_backup",
        "disable_backup",
        "rebuild",
        "change_type",
      ),
      which: fc.nat(3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("attach" as const), volume: fc.nat(3), server: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("wait" as const), milliseconds: fc.constantFrom(1000, 60_000, 30 * hour) }),
  },
);
const fault = fc.record({
  fault: fc.constantFrom("drop-before" as const, "drop-after" as const, "truncate" as const, "fail-action" as const),
  skip: fc.nat(8),
  times: fc.integer({ min: 1, max: 3 }),
});

const bodies: Record<string, Record<string, unknown>> = {
  servers: { server_type: "cx23", image: "debian-12", location: "nbg1" },
  volumes: { size: 10, location: "nbg1" },
  primary_ips: { type: "ipv4", location: "nbg1" },
  rebuild: { image: "debian-12" },
  change_type: { server_type: "cx33", upgrade_disk: false },
};

type Listed = Reply["body"];
const list = async (trial: Trial, kind: string): Promise<Listed[]> =>
  (await trial.call("GET", `/${kind}?per_page=50`)).body[kind];
const own = async (trial: Trial, kind: string): Promise<Listed[]> =>
  (await list(trial, kind)).filter(({ type }) => type !== "system");

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function perform(trial: Trial, one: Step): Promise<void> {
  if (one.do === "wait") return trial.wait(one.milliseconds);
  if (one.do === "create") {
    await trial.call("POST", `/${one.kind}`, { name: one.name, ...bodies[one.kind] });
    return;
  }
  if (one.do === "attach") {
    const [volumes, servers] = [await own(trial, "volumes"), await own(trial, "servers")];
    const [volume, server] = [volumes[one.volume], servers[one.server]];
    if (volume && server) await trial.call("POST", `/volumes/${volume["id"]}/actions/attach`, { server: server["id"] });
    return;
  }
  const kind = one.do === "delete" ? one.kind : "servers";
  const found = (await own(trial, kind))[one.which];
  if (found === undefined) return;
  if (one.do === "delete") await trial.call("DELETE", `/${kind}/${found["id"]}`);
  else await trial.call("POST", `/servers/${found["id"]}/actions/${one.command}`, bodies[one.command] ?? {});
}

/** What a bill says it is for. */
function pricedBy(kind: string, record: Listed): string {
  if (kind === "servers") return record["server_type"].name;
  if (kind === "volumes") return `${record["size"]} GB`;
  return kind === "images" ? `snapshot, ${record["image_size"]} GB` : record["type"];
}

it("whatever is asked and whatever goes wrong, what is billed is what is there, and nothing refers to what is gone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.array(fault, { maxLength: 3 }), async (steps, faults) => {
      await using trial = await startTrial();
      for (const one of faults) trial.emulator.faults.add({ ...one, method: "POST" } satisfies FaultInput);
      // A dropped connection is what the fault is for.
      for (const one of steps) await perform(trial, one).catch(() => undefined);
      trial.emulator.faults.clear();
      trial.wait(hour);

      const there: string[] = [];
      const ids = new Map<string, Set<number>>();
      for (const kind of ["servers", "volumes", "primary_ips", "images"]) {
        const records = await own(trial, kind);
        ids.set(kind, new Set(records.map(({ id }) => id)));
        for (const record of records) {
          // Backups are paid for with the server.
          if (record["type"] !== "backup") there.push(`${kind} ${record["id"]} ${pricedBy(kind, record)}`);
          if (record["backup_window"]) there.push(`backups ${record["id"]} ${record["server_type"].name}`);
        }
      }
      expect(
        trial.emulator.billing
          .open()
          .map(({ kind, id, type }) => `${kind} ${id} ${type}`)
          .sort(),
      ).toEqual(there.sort());
      for (const { server } of await own(trial, "volumes"))
        expect(server === null || ids.get("servers")?.has(server)).toBe(true);
      for (const { assignee_id } of await own(trial, "primary_ips")) {
        expect(assignee_id === null || ids.get("servers")?.has(assignee_id)).toBe(true);
      }
      for (const { locked, status } of await own(trial, "servers")) {
        expect([locked, ["running", "off"].includes(status)]).toEqual([false, true]);
      }
    }),
    { numRuns: 40 },
  );
}, 300_000);
