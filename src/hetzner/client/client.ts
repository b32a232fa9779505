import { z } from "zod";
import type { Clock } from "../../model/ports.ts";
import { checkedToken, defaultEndpoint, endpointOf } from "./access.ts";
import { parseAnswer, raisingErrors } from "./answer.ts";
import { exponentialBackoff } from "./backoff.ts";
import { isNotFound } from "./failure.ts";
import { locationSchema, pricingSchema, serverTypeSchema } from "./pricing.ts";
import { respectingRateLimit } from "./rate-limit.ts";
import { type ApiRequest, chain, type Reply } from "./request.ts";
import type { Action, ResourceType } from "./resource-types.ts";
import { retrying } from "./retry.ts";
import { debugging, type Fetch, sending } from "./send.ts";
import { actionSchema } from "./wire.ts";

/** The API's own maximum. */
const perPage = 50;

export interface ClientOptions {
  token: string;
  /** As HCLOUD_ENDPOINT says; the official tools read the same variable. */
  endpoint?: string | undefined;
  userAgent?: string;
  /** Milliseconds that one answer may take. */
  requestTimeout?: number;
}

export interface ClientPorts {
  fetch: Fetch;
  clock: Clock;
  /** From 0 to 1, exclusive. */
  random: () => number;
  debug: (message: string) => void;
  /** Told before a request is sent again. */
  onRetry: (message: string) => void;
}

export type Query = NonNullable<ApiRequest["query"]>;
/** A resource as an answer gave it, with the actions that are still at work on it. */
export interface Changed<T> {
  resource: T;
  actions: Action[];
}

export type HetznerClient = ReturnType<typeof hetznerClient>;

/** The API, one method for each verb. Every call takes the signal that stops it, its waits and its retries. */
export function hetznerClient(options: ClientOptions, ports: ClientPorts) {
  const { token, endpoint = defaultEndpoint, userAgent = "slipway", requestTimeout = 30_000 } = options;
  const { clock, random } = ports;
  const mask = (text: string): string => text.replaceAll(token, "***");
  const handle = chain(
    sending({
      endpoint: endpointOf(endpoint),
      token: checkedToken(token),
      userAgent,
      fetch: ports.fetch,
      timeout: requestTimeout,
    }),
    [
      retrying({
        clock,
        backoff: exponentialBackoff({ base: 1000, cap: 60_000, random }),
        rateLimitBackoff: exponentialBackoff({ base: 2000, cap: 2000, random }),
        onRetry: (message) => ports.onRetry(mask(message)),
      }),
      raisingErrors(mask),
      respectingRateLimit(clock),
      debugging(clock, (message) => ports.debug(mask(message))),
    ],
  );
  /** What an answer has under a key. Schemas are made once: making one costs more than reading an answer with it. */
  const read = <T>(key: string, schema: z.ZodType<T>, request: ApiRequest, reply: Reply): T =>
    parseAnswer(schema, request, { ...reply, json: parseAnswer(answerSchema, request, reply)[key] });
  const changed = async <T>({ one, schema }: ResourceType<T>, request: ApiRequest): Promise<Changed<T>> => {
    const reply = await handle(request);
    return { resource: read(one, schema, request, reply), actions: actionsOf(request, reply) };
  };

  async function pages<T>(path: string, many: z.ZodType<T[]>, query: Query, signal: AbortSignal): Promise<T[]> {
    const found: T[] = [];
    for (let page: number | null | undefined = 1; page;) {
      const request = get(`/${path}`, { ...query, page, per_page: perPage }, signal);
      const reply = await handle(request);
      found.push(...read(path, many, request, reply));
      const next: number | null | undefined = parseAnswer(paging, request, reply).meta?.pagination?.next_page;
      page = next !== undefined && next !== null && next > page ? next : undefined;
    }
    return found;
  }

  return {
    /** All of a kind that match, page by page. What moved to a later page meanwhile is given once. */
    async list<T extends { id: number }>(
      { path, many }: ResourceType<T>,
      query: Query,
      signal: AbortSignal,
    ): Promise<T[]> {
      const all = await pages(path, many, query, signal);
      return [...new Map(all.map((one) => [one.id, one])).values()];
    },

    async get<T>({ path, one, schema }: ResourceType<T>, id: number, signal: AbortSignal): Promise<T> {
      const request = get(`/${path}/${id}`, {}, signal);
      return read(one, schema, request, await handle(request));
    },

    create: <T>(type: ResourceType<T>, body: unknown, signal: AbortSignal): Promise<Changed<T>> =>
      changed(type, { method: "POST", path: `/${type.path}`, body, repeat: "once", signal }),

    update: <T>(type: ResourceType<T>, id: number, body: unknown, signal: AbortSignal): Promise<Changed<T>> =>
      changed(type, { method: "PUT", path: `/${type.path}/${id}`, body, repeat: "harmless", signal }),

    /** What is not there any more counts as deleted. */
    async delete<T>({ path }: ResourceType<T>, id: number, signal: AbortSignal): Promise<Action[]> {
      const request: ApiRequest = { method: "DELETE", path: `/${path}/${id}`, repeat: "harmless", signal };
      try {
        return actionsOf(request, await handle(request));
      } catch (error) {
        if (isNotFound(error)) return [];
        throw error;
      }
    },

    /** Starts an action that sets a state, such as `poweron` or `set_rules`: doing it twice is doing it once. */
    async act<T>(
      { path }: ResourceType<T>,
      id: number,
      command: string,
      body: unknown,
      signal: AbortSignal,
    ): Promise<Action[]> {
      const request: ApiRequest = {
        method: "POST",
        path: `/${path}/${id}/actions/${command}`,
        body,
        repeat: "harmless",
        signal,
      };
      return actionsOf(request, await handle(request));
    },

    actions: (ids: readonly number[], signal: AbortSignal): Promise<Action[]> =>
      pages("actions", actionsSchema, { id: ids }, signal),
    serverTypes: (signal: AbortSignal) => pages("server_types", serverTypesSchema, {}, signal),
    locations: (signal: AbortSignal) => pages("locations", locationsSchema, {}, signal),
    async pricing(signal: AbortSignal) {
      const request = get("/pricing", {}, signal);
      return read("pricing", pricingSchema, request, await handle(request));
    },
  };
}

const get = (path: string, query: Query, signal: AbortSignal): ApiRequest => ({
  method: "GET",
  path,
  query,
  repeat: "harmless",
  signal,
});

const answerSchema = z.record(z.string(), z.unknown());
const actionsSchema = z.array(actionSchema);
const serverTypesSchema = z.array(serverTypeSchema);
const locationsSchema = z.array(locationSchema);
const paging = z.object({
  meta: z.object({ pagination: z.object({ next_page: z.number().nullish() }).nullish() }).nullish(),
});
const actionsAnswer = z
  .object({
    action: actionSchema.nullish(),
    actions: z.array(actionSchema).nullish(),
    next_actions: z.array(actionSchema).nullish(),
  })
  .nullish();

function actionsOf(request: ApiRequest, reply: Reply): Action[] {
  const { action, actions, next_actions: next } = parseAnswer(actionsAnswer, request, reply) ?? {};
  return [...(action ? [action] : []), ...(actions ?? []), ...(next ?? [])];
}
