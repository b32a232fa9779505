import type { Clock } from "../../model/ports.ts";
import type { Layer } from "./request.ts";

/** Requests that are left for somebody else: a person with the console open, another job. */
const reserve = 5;
/** The limit refills by one request a second. https://docs.hetzner.cloud/reference/cloud#rate-limiting */
const refill = 1000;

/** Slows down to the refill rate when few requests are left. `RateLimit-Reset` is when all are back, so it is never waited for. */
export function respectingRateLimit(clock: Clock): Layer {
  let known: { remaining: number; at: number } | undefined;
  return (next) => async (request) => {
    if (known !== undefined && known.remaining + (clock.now() - known.at) / refill < reserve) {
      await clock.sleep(refill, request.signal);
    }
    const reply = await next(request);
    const remaining = Number(reply.headers.get("ratelimit-remaining") ?? Number.NaN);
    if (Number.isFinite(remaining)) known = { remaining, at: clock.now() };
    return reply;
  };
}
