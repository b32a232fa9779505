import { describeUrl } from "./address.ts";
import type { Fetch } from "./fetch-at.ts";
import type { Clock } from "./clock.ts";
import { createLimiter } from "./limiter.ts";
import { SourceProblem } from "./problem.ts";
import { redirectTarget } from "./redirect.ts";
import { readBody } from "./response-body.ts";
import { retryAfterMs, withRetries } from "./retry.ts";
import type { Attempt, RetryPolicy } from "./retry.ts";

export interface HttpRequest {
  url: URL;
  /** The address whose answer named this one: an index that says where its archives are, a registry that says who gives tokens. */
  named?: URL;
  headers?: Record<string, string>;
  /** Sent to the URL's own origin only, never along a redirect to another host. */
  authorization?: string | undefined;
  /** Largest body that is read. */
  maxBytes: number;
  signal: AbortSignal;
}

/** An answer; the body is read for 200 only. */
export interface HttpResponse {
  status: number;
  headers: Headers;
  body: Uint8Array;
  /** Where the redirects ended. */
  url: URL;
}

export interface HttpOptions {
  fetch: Fetch;
  /** The same over plain HTTP at known addresses; absent where a proxy looks names up. */
  fetchAt?: ((addresses: readonly string[]) => Fetch) | undefined;
  /** The addresses of a URL's host, where it is a name; throws a SourceProblem for a URL that must not be asked. */
  checkReach: (url: URL, named?: URL) => Promise<readonly string[]>;
  clock: Clock;
  retry: RetryPolicy;
  /** Milliseconds for one attempt, redirects and body included. */
  timeout: number;
  perHost: number;
  onRetry: (url: URL, failure: Error, wait: number) => void;
}

export type Http = (request: HttpRequest) => Promise<HttpResponse>;

const mostRedirects = 5;
const retriedCodes = /^(?:ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_SOCKET|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/;

/** What really happened: `fetch failed` hides the system's error in its cause. */
function causeOf(error: unknown): { code: string; text: string } {
  if (!(error instanceof Error)) return { code: "", text: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "" && error.cause instanceof Error) return causeOf(error.cause);
  return { code, text: error.message || code || error.name };
}

/** Fetches with limits, retries and redirects under our own rules; a failure that stays is a SourceProblem. */
export function createHttp(options: HttpOptions): Http {
  const { clock, timeout } = options;
  const limited = createLimiter(options.perHost);

  async function send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    let url = request.url;
    let authorization = request.authorization;
    let addresses = await options.checkReach(url, request.named);
    for (let redirects = 0; ; redirects += 1) {
      const headers = {
        "user-agent": "slipway",
        ...request.headers,
        ...(authorization === undefined ? {} : { authorization }),
      };
      const ask = url.protocol === "http:" && addresses.length > 0 ? options.fetchAt?.(addresses) : undefined;
      const response = await (ask ?? options.fetch)(url, { headers, redirect: "manual", signal });
      const target = redirectTarget(response, url);
      if (!target) {
        const body = response.status === 200 ? await readBody(response, request.maxBytes, describeUrl(url)) : undefined;
        if (!body) await response.body?.cancel();
        return { status: response.status, headers: response.headers, body: body ?? new Uint8Array(), url };
      }
      await response.body?.cancel();
      if (redirects === mostRedirects) {
        throw new SourceProblem(`${describeUrl(request.url)} redirects more than ${mostRedirects} times`);
      }
      if (target.origin !== url.origin) authorization = undefined;
      addresses = await options.checkReach(target, url);
      url = target;
    }
  }

  async function attempt(request: HttpRequest): Promise<Attempt<HttpResponse>> {
    const where = describeUrl(request.url);
    const limit = AbortSignal.timeout(timeout);
    try {
      const response = await send(request, AbortSignal.any([request.signal, limit]));
      if (response.status !== 429 && response.status < 500) return { value: response };
      const retryAfter = retryAfterMs(response.headers.get("retry-after"), clock.now());
      const failed = new SourceProblem(`${where} answered ${response.status}`);
      return retryAfter === undefined ? { failed } : { failed, retryAfter };
    } catch (error) {
      if (error instanceof SourceProblem || request.signal.aborted) throw error;
      if (limit.aborted)
        throw new SourceProblem(`${where} did not answer within ${timeout / 1_000} s`, { cause: error });
      const { code, text } = causeOf(error);
      const failed = new SourceProblem(`${where} could not be read: ${text}`, { cause: error });
      // A name that does not resolve or a closed port will be the same in a second: being offline is said at once.
      if (retriedCodes.test(code)) return { failed };
      throw failed;
    }
  }

  return async (request) =>
    withRetries(async () => limited(request.url.host, async () => attempt(request)), {
      clock,
      signal: request.signal,
      policy: options.retry,
      onRetry: (failure, wait) => options.onRetry(request.url, failure, wait),
    });
}
