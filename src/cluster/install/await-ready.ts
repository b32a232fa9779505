import { SlipwayError } from "../../model/error.ts";
import type { Clock } from "../../model/ports.ts";
import type { JsonObject } from "../../model/resource.ts";
import type { KubernetesApi } from "../api/api.ts";
import { describeRef, type ObjectRef, type Objects } from "../api/objects.ts";
import { ApiRefusal } from "../api/refusal.ts";
import { readinessOf } from "./ready.ts";

export interface AwaitPorts {
  api: KubernetesApi;
  objects: Objects;
  signal: AbortSignal;
  clock: Clock;
  /** When to give up, in milliseconds since the epoch. */
  deadline: number;
  /** Called each time that something else is missing. */
  onMissing: (object: string, missing: string) => void;
}

/** Watches objects until each of them is ready. Throws SLW-TIME-LIMIT that says what each was missing. */
export async function awaitReady(refs: readonly ObjectRef[], ports: AwaitPorts): Promise<void> {
  const { clock, deadline, signal } = ports;
  const over = new AbortController();
  const missing = new Map<string, string>();
  const limit = clock.sleep(Math.max(0, deadline - clock.now()), over.signal).then(
    () => over.abort("time limit"),
    () => undefined,
  );
  const within = AbortSignal.any([signal, over.signal]);
  try {
    await Promise.all(refs.map((ref) => awaitOne(ref, { ...ports, signal: within }, missing)));
  } finally {
    over.abort();
    await limit;
  }
  signal.throwIfAborted();
  if (over.signal.reason === "time limit") {
    const lines = [...missing].map(([object, what]) => `  ${object}: ${what}`);
    throw new SlipwayError("SLW-TIME-LIMIT", `Argo CD is not up in time:\n${lines.join("\n")}`);
  }
}

async function awaitOne(ref: ObjectRef, ports: AwaitPorts, missing: Map<string, string>): Promise<void> {
  const { api, objects, signal, onMissing } = ports;
  const name = describeRef(ref);
  const path = await objects.collection(ref);
  if (path === undefined) throw new ApiRefusal(name, { status: 404, body: "its kind is not served" });
  const done = new AbortController();
  const judge = (object: JsonObject | undefined): void => {
    const readiness = readinessOf(object && { ...object, kind: ref.kind });
    if (readiness.ready) {
      missing.delete(name);
      return done.abort();
    }
    if (readiness.missing !== missing.get(name)) onMissing(name, readiness.missing);
    missing.set(name, readiness.missing);
  };
  const query = { fieldSelector: `metadata.name=${ref.name}` };
  const watch = { path, query, onSet: judge, onGone: () => judge(undefined) };
  await api.watch(watch, AbortSignal.any([signal, done.signal]));
}
