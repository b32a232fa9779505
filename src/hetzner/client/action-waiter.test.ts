import { describe, expect, it } from "vitest";
import { type WaitPorts, waitForActions } from "./action-waiter.ts";
import { constantBackoff } from "./backoff.ts";
import type { Action } from "./resource-types.ts";

const action = (id: number, status: Action["status"], error?: Action["error"]): Action => ({
  id,
  status,
  command: "create_server",
  progress: status === "running" ? 50 : 100,
  resources: [{ id: 7, type: "server" }],
  error,
});

function waiting(change: Partial<WaitPorts> = {}): WaitPorts {
  let now = 0;
  return {
    clock: { now: () => now, sleep: async (milliseconds) => void (now += milliseconds) },
    poll: constantBackoff(500),
    limit: 60_000,
    signal: new AbortController().signal,
    onWait: () => undefined,
    ...change,
  };
}

const running = (count: number): Action[] => Array.from({ length: count }, (_, index) => action(index + 1, "running"));

describe("waiting for actions", () => {
  it("asks for 25 at a time, and only for those that still run", async () => {
    const asked: number[] = [];
    const client = {
      actions: async (ids: readonly number[]) => {
        asked.push(ids.length);
        return ids.map((id) => action(id, id === 60 && asked.length < 4 ? "running" : "success"));
      },
    };
    await waitForActions(client, running(60), waiting());
    expect(asked).toEqual([25, 25, 10, 1]);
  });

  it("ends with the first that fails, and names those that still run", async () => {
    const client = {
      actions: async (ids: readonly number[]) =>
        ids.map((id) =>
          id === 1 ? action(1, "error", { code: "placement_error", message: "no room" }) : action(id, "running"),
        ),
    };
    await expect(waitForActions(client, running(2), waiting())).rejects.toMatchObject({
      apiCode: "placement_error",
      message: expect.stringMatching(/action 1 .* failed: no room \(placement_error\); still running: .*action 2/),
    });
  });

  it("fails for an action that is not known any more", async () => {
    await expect(waitForActions({ actions: async () => [] }, running(1), waiting())).rejects.toMatchObject({
      code: "SLW-HETZNER-ACTION",
    });
  });

  it("gives up at the limit, and stops when it is told to", async () => {
    const client = { actions: async (ids: readonly number[]) => ids.map((id) => action(id, "running")) };
    await expect(waitForActions(client, running(1), waiting({ limit: 2000 }))).rejects.toMatchObject({
      code: "SLW-HETZNER-TIMEOUT",
    });
    const clock = {
      now: () => 0,
      sleep: async (_: number, signal?: AbortSignal) => signal?.throwIfAborted(),
    };
    const stopped = AbortSignal.abort(new Error("enough"));
    await expect(waitForActions(client, running(1), waiting({ clock, signal: stopped }))).rejects.toThrow("enough");
  });
});
