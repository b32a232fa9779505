import { describeUrl } from "./address.ts";
import { SourceProblem } from "./problem.ts";

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/** Where an answer points to, or `undefined` when it is final. From HTTPS it may only stay on HTTPS. */
export function redirectTarget(response: Response, from: URL): URL | undefined {
  const location = response.headers.get("location");
  if (!redirectStatuses.has(response.status) || location === null) return undefined;
  const target = URL.parse(location, from.href);
  if (!target || (target.protocol !== "https:" && target.protocol !== "http:")) {
    throw new SourceProblem(`${describeUrl(from)} redirects to an address that is not http(s)`);
  }
  if (from.protocol === "https:" && target.protocol === "http:") {
    throw new SourceProblem(`${describeUrl(from)} redirects from https to plain http (${describeUrl(target)})`);
  }
  target.username = "";
  target.password = "";
  return target;
}
