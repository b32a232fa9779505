import { describeUrl, isLoopback, refuseUserInfo } from "./address.ts";
import { SourceProblem } from "./problem.ts";

export type GitProtocol = "https" | "ssh" | "file";

const scpLike = /^[A-Za-z0-9._~-]+@[A-Za-z0-9.-]+:(?!\/\/)[^\s]+$/;

/** What ssh would take for one of its options, also when git takes `%2D` for a dash first. */
const looksLikeOption = (text: string): boolean => /^(?:-|%2d)/i.test(text);

/** The server that an address names, as a URL; `undefined` where there is none. */
export function gitHost(repoURL: string): URL | undefined {
  if (scpLike.test(repoURL)) return URL.parse(`ssh://${repoURL.split(":", 1)[0]}/`) ?? undefined;
  const url = URL.parse(repoURL);
  return url && url.hostname !== "" ? url : undefined;
}

/**
 * The protocol of an address that may be fetched: https, ssh (also as git@host:path), http on this machine. Everything
 * else that git understands (such as `ext::`, which runs a program) is refused, as is what git could take for an option.
 */
export function gitProtocol(repoURL: string, allowed: readonly GitProtocol[]): GitProtocol | "http" {
  if (scpLike.test(repoURL) && !repoURL.startsWith("-")) return "ssh";
  const url = /^[a-z]+:\/\//i.test(repoURL) ? URL.parse(repoURL) : null;
  const protocol = url?.protocol.slice(0, -1);
  if (url) refuseUserInfo(url);
  if (url && protocol === "http" && isLoopback(url.hostname)) return protocol;
  if (url && (protocol === "https" || protocol === "ssh" || protocol === "file") && allowed.includes(protocol)) {
    if (protocol === "ssh" && [url.hostname, url.username].some(looksLikeOption))
      throw new SourceProblem(`"${describeUrl(url)}" names no host`);
    return protocol;
  }
  throw new SourceProblem(
    `the repository ${describeUrl(repoURL)} cannot be fetched: only ${allowed.join(" and ")} addresses are`,
  );
}
