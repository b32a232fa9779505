import type { FaultInput } from "hcloud-emulator";
import { type Cloud, never, planFor, provisionIn } from "../../../src/hetzner/cloud.fixture.ts";
import { everything } from "../../../src/hetzner/converge.fixture.ts";
import type { Allowance } from "../../../src/hetzner/apply/ports.ts";
import type { Declared } from "../../../src/hetzner/plan/declared.ts";

/** What can go wrong with one request. The two cancellations are the runner's: before it is sent, and once it is done. */
export const troubles = [
  "cancelled before",
  "cancelled after",
  "connection lost before",
  "answer lost",
  "answer cut short",
  "conflict",
  "locked",
  "rate limit",
  "503 service_error",
  "502 without a code",
  "action fails",
  "action takes an hour",
  "clock jumps a day",
  "all types sold out",
] as const;
export type Trouble = (typeof troubles)[number];

const faultOf: Readonly<Partial<Record<Trouble, FaultInput>>> = {
  "connection lost before": { fault: "drop-before" },
  "answer lost": { fault: "drop-after" },
  "answer cut short": { fault: "truncate" },
  conflict: { fault: "error", code: "conflict" },
  locked: { fault: "error", code: "locked" },
  "rate limit": { fault: "exhaust-rate-limit" },
  "503 service_error": { fault: "error", code: "service_error", status: 503 },
  "502 without a code": { fault: "error", code: "bad_gateway", status: 502 },
  "action fails": { fault: "fail-action" },
  "action takes an hour": { fault: "slow-action", milliseconds: 3_600_000 },
  "clock jumps a day": { fault: "jump-clock", milliseconds: 86_400_000 },
  "all types sold out": { fault: "stock-out" },
};

export interface Schedule {
  trouble: Trouble;
  /** Which request it meets, from 0. */
  request: number;
}

/** A run in which requests meet trouble; it may end early, and does not say why. */
export async function troubledRun(
  cloud: Cloud,
  declared: Declared,
  schedule: readonly Schedule[],
  allow: readonly Allowance[] = [],
): Promise<"finished" | "ended early"> {
  const stopped = new AbortController();
  let sent = 0;
  for (const { trouble, request } of schedule) {
    const fault = faultOf[trouble];
    if (fault) cloud.emulator.faults.add({ ...fault, skip: request });
  }
  const cancelled = (trouble: Trouble): boolean =>
    schedule.some((one) => one.trouble === trouble && one.request === sent);
  const client = cloud.clientWith(async (url, init) => {
    if (cancelled("cancelled before")) stopped.abort(new Error("stopped"));
    stopped.signal.throwIfAborted();
    const after = cancelled("cancelled after");
    sent += 1;
    const response = await fetch(url, after ? { ...init, signal: never } : init);
    if (after) stopped.abort(new Error("stopped"));
    stopped.signal.throwIfAborted();
    return response;
  });
  try {
    await provisionIn(cloud, declared, { client, allow, signal: stopped.signal });
    return "finished";
  } catch {
    return "ended early";
  } finally {
    cloud.emulator.faults.clear();
  }
}

/** Runs without trouble until a plan has nothing left; how many that took. */
export async function runUntilDone(
  cloud: Cloud,
  declared: Declared,
  allow: readonly Allowance[] = [],
): Promise<number> {
  for (let runs = 0; runs < 4; runs++) {
    const { steps } = await planFor(declared, cloud);
    if (steps.every(({ action }) => action === "nothing")) return runs;
    await provisionIn(cloud, declared, { allow });
  }
  throw new Error("four runs in a row left something to do");
}

/** What there is, without what differs from run to run: ids, addresses, and the host key that is made for each order. */
export async function endState(cloud: Cloud): Promise<string[]> {
  return (await everything(cloud))
    .map(({ kind, name, labels }) => {
      const stable = Object.entries(labels).flatMap(([key, value]) =>
        key === "slipway.dev/host-key" ? [] : `${key}=${value}`,
      );
      return `${kind} ${name} ${stable.toSorted().join(" ")}`;
    })
    .toSorted();
}

/** How many resources a project is paying for, by kind. */
export function billedNow({ emulator }: Cloud): string[] {
  return emulator.billing
    .open()
    .map(({ kind, name }) => `${kind} ${name}`)
    .toSorted();
}
