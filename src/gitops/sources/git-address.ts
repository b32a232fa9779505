import { describeUrl, isLoopback, refuseUserInfo } from "./address.ts";
import { SourceProblem } from "./problem.ts";

export type GitProtocol = "https" | "ssh" | "file";

const scpLike = /^[A-Za-z0-9._~-]+@[A-Za-z0-9.-]+:(?!\/\/)[^\s]+$/;

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
    if (protocol === "ssh" && url.hostname.startsWith("-"))
      throw new SourceProblem(`"${describeUrl(url)}" names no host`);
    return protocol;
  }
  throw new SourceProblem(
    `the repository ${describeUrl(repoURL)} cannot be fetched: only ${allowed.join(" and ")} addresses are`,
  );
}
