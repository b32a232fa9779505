import type { JsonObject } from "../../model/resource.ts";
import type { KubernetesApi } from "../api/api.ts";
import { describeRef, type ObjectRef, type Objects } from "../api/objects.ts";
import { ApiRefusal } from "../api/refusal.ts";
import { readinessOf } from "./ready.ts";

export interface AwaitPorts {
  api: KubernetesApi;
  objects: Objects;
  signal: AbortSignal;
  /** Called each time that something else is missing. */
  onMissing: (object: string, missing: string) => void;
}

/** Watches objects until each of them is ready. Who gives up aborts the signal. */
export async function awaitReady(refs: readonly ObjectRef[], ports: AwaitPorts): Promise<void> {
  await Promise.all(refs.map((ref) => awaitOne(ref, ports)));
  ports.signal.throwIfAborted();
}

async function awaitOne(ref: ObjectRef, { api, objects, signal, onMissing }: AwaitPorts): Promise<void> {
  const path = await objects.collection(ref);
  if (path === undefined) throw new ApiRefusal(describeRef(ref), { status: 404, body: "its kind is not served" });
  const done = new AbortController();
  let told = "";
  const judge = (object: JsonObject | undefined): void => {
    const readiness = readinessOf(object && { ...object, kind: ref.kind });
    if (readiness.ready) return done.abort();
    if (readiness.missing !== told) onMissing(describeRef(ref), readiness.missing);
    told = readiness.missing;
  };
  await api.watch(
    {
      path,
      query: { fieldSelector: `metadata.name=${ref.name}` },
      onSet: judge,
      onGone: () => judge(undefined),
    },
    AbortSignal.any([signal, done.signal]),
  );
}
