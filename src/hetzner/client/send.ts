import type { Clock } from "../../model/ports.ts";
import { HetznerError } from "./failure.ts";
import { type ApiRequest, correlationOf, describeRequest, type Handler, type Layer } from "./request.ts";

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface SendOptions {
  endpoint: URL;
  token: string;
  userAgent: string;
  fetch: Fetch;
  /** Milliseconds after which an answer is given up. */
  timeout: number;
}

/** The only place that knows the token. Redirects are refused, because they would carry it elsewhere. */
export function sending({ endpoint, token, userAgent, fetch, timeout }: SendOptions): Handler {
  return async (request) => {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeout)]);
    try {
      const response = await fetch(urlOf(endpoint, request), {
        method: request.method,
        headers: {
          authorization: `Bearer ${token}`,
          "user-agent": userAgent,
          accept: "application/json",
          ...(request.body !== undefined && { "content-type": "application/json" }),
        },
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        redirect: "error",
        signal,
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (cause) {
      request.signal.throwIfAborted();
      const message = signal.aborted ? `no answer within ${timeout / 1000} s` : reasonOf(cause);
      throw new HetznerError({ request, apiCode: "network", message, cause });
    }
  };
}

/** One line for each exchange, without headers and bodies, which hold the token and user-data. */
export function debugging(clock: Clock, debug: (message: string) => void): Layer {
  return (next) => async (request) => {
    const started = clock.now();
    const tell = (outcome: string): void =>
      debug(`hetzner ${describeRequest(request)} ${outcome} ${clock.now() - started} ms`);
    try {
      const reply = await next(request);
      tell([reply.status, correlationOf(reply.headers)].filter((part) => part !== undefined).join(" "));
      return reply;
    } catch (error) {
      tell(error instanceof HetznerError ? error.apiCode : "stopped");
      throw error;
    }
  };
}

function urlOf(endpoint: URL, { path, query = {} }: ApiRequest): URL {
  const url = new URL(endpoint.href.replace(/\/$/, "") + path);
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
  }
  return url;
}

/** undici says "fetch failed" and keeps what happened in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
