import { SlipwayError } from "../../model/error.ts";
import type { Clock } from "../../model/ports.ts";
import type { Backoff } from "./backoff.ts";
import type { Changed, HetznerClient, Query } from "./client.ts";
import { HetznerError } from "./failure.ts";
import type { Labelled, Labels, ResourceType } from "./resource-types.ts";

/** Creates are sent at most this often; each time it is looked up first whether the one before was done after all. */
const attempts = 5;

export interface CreateOnce<T> {
  type: ResourceType<T>;
  body: { name: string; labels: Labels } & Record<string, unknown>;
  /** How it is found again: by its name, which is unique in a project, unless something else is unique too. */
  lookup?: Query;
}

/**
 * Creates a resource exactly once although the API has no idempotency key: when the answer is lost, or says that the name is
 * taken, the resource of that name is fetched, and is ours if it carries the labels it was ordered with.
 */
export async function createOnce<T extends Labelled>(
  client: Pick<HetznerClient, "create" | "list">,
  { type, body, lookup = { name: body.name } }: CreateOnce<T>,
  { clock, backoff, signal }: { clock: Clock; backoff: Backoff; signal: AbortSignal },
): Promise<Changed<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.create(type, body, signal);
    } catch (error) {
      if (!(error instanceof HetznerError)) throw error;
      const taken = error.apiCode === "uniqueness_error";
      if (!taken && error.outcome === "refused") throw error;
      await clock.sleep(backoff(attempt), signal);
      const found = (await client.list(type, lookup, signal))[0];
      if (found && sameLabels(found.labels, body.labels)) return { resource: found, actions: [] };
      if (found) throw foreign(type, body.name, error);
      if (attempt >= attempts) throw error;
    }
  }
}

function sameLabels(found: Labels, ordered: Labels): boolean {
  return Object.entries(ordered).every(([key, value]) => found[key] === value);
}

function foreign<T>({ one }: ResourceType<T>, name: string, cause: unknown): SlipwayError {
  return new SlipwayError(
    "SLW-HETZNER-FOREIGN",
    `the project has a ${one.replaceAll("_", " ")} called ${name} that somebody else made`,
    {
      hint: "Rename or remove it, or take it over with --adopt.",
      cause,
    },
  );
}
