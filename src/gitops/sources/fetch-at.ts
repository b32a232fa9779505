import { Agent, request } from "node:http";
import { isIPv6 } from "node:net";
import { Readable } from "node:stream";

/** What is needed of `fetch`; redirects are never followed. */
export type Fetch = (
  url: URL,
  options: { headers: Record<string, string>; redirect: "manual"; signal: AbortSignal },
) => Promise<Response>;

/**
 * A `fetch` over plain HTTP that connects to the given addresses of the host and looks up nothing: over HTTPS the certificate says who
 * answers, here only the address does, and a name server may give another one the second time it is asked.
 */
export function fetchAt(addresses: readonly string[]): Fetch {
  const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return async (url, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const asking = request(url, {
        headers,
        signal,
        agent: new Agent(),
        lookup: (_host, { all }, done) => {
          if (all === true) done(null, known);
          else done(null, known[0]?.address ?? "", known[0]?.family);
        },
      });
      asking.on("response", (answer) => {
        const fields = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        const status = answer.statusCode ?? 502;
        const hasBody = status !== 204 && status !== 304;
        if (!hasBody) answer.resume();
        resolve(new Response(hasBody ? Readable.toWeb(answer) : null, { status, headers: new Headers(fields) }));
      });
      asking.on("error", reject);
      asking.end();
    });
}
