import type { KubernetesApi } from "../api/api.ts";
import { resourcePaths } from "../api/resource-paths.ts";
import { ApiRefusal } from "../api/refusal.ts";
import { watchedKinds, type WorldEvent } from "./world.ts";

/** Kinds that Argo CD keeps in its own namespace; of the others, every namespace is watched. */
const argoKinds: ReadonlySet<string> = new Set(["Application", "ApplicationSet"]);

export interface WatchPorts {
  api: KubernetesApi;
  signal: AbortSignal;
  onEvent: (event: WorldEvent) => void;
  onDropped: (why: string) => void;
}

/** Begins to watch every kind. `listed` settles when all that was there has been told; `ended` when the signal is aborted. */
export async function watchWorld(
  namespace: string,
  { api, signal, onEvent, onDropped }: WatchPorts,
): Promise<{ listed: Promise<void>; ended: Promise<void> }> {
  const paths = resourcePaths(api);
  const listings: Promise<void>[] = [];
  const watches = watchedKinds.map(async ([kind, apiVersion]) => {
    const place = argoKinds.has(kind) ? { namespace } : {};
    const path = await paths.collection({ apiVersion, kind, ...place });
    if (path === undefined) throw new ApiRefusal(kind, { status: 404, body: `it serves no ${kind} of ${apiVersion}` });
    return { kind, path };
  });
  const found = await Promise.all(watches);
  const running = found.map(({ kind, path }) => {
    const listing = Promise.withResolvers<void>();
    listings.push(listing.promise);
    const watching = api.watch(
      {
        path,
        ...(kind === "Event" && { query: { fieldSelector: "type=Warning" } }),
        onSet: (object) => onEvent({ type: "set", kind, object }),
        onGone: (object) => onEvent({ type: "gone", kind, object }),
        onListed: listing.resolve,
        onDropped,
      },
      signal,
    );
    // Whoever waits for the listing hears of a refusal too, and of an end.
    watching.then(listing.resolve, listing.reject);
    return watching;
  });
  return { listed: Promise.all(listings).then(() => undefined), ended: Promise.all(running).then(() => undefined) };
}
