import { SourceProblem } from "./problem.ts";

/** Where charts come from: an index over HTTP(S), or one repository of an OCI registry. */
export type ChartAddress = { kind: "http"; url: string } | { kind: "oci"; registry: string; repository: string };

const loopback = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/;
const ociName = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const registryName = /^(?:[a-z0-9][a-z0-9._-]*|\[[0-9a-f:.]+\])(?::[0-9]+)?$/i;
const scheme = /^([a-z][a-z0-9+.-]*):\/\//i;

/** Whether a host is this machine, the only place where plain HTTP may carry credentials or an OCI registry. */
export function isLoopback(hostname: string): boolean {
  return loopback.test(hostname);
}

/** An address fit for messages: no user information and no query, both of which may hold secrets. */
export function describeUrl(url: URL | string): string {
  const parsed = typeof url === "string" ? URL.parse(url) : url;
  if (parsed && parsed.host !== "") return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
  return String(url).replace(/\/\/[^/@]*@/, "//");
}

/** A password in an address would be in the repository, in process lists and in logs. */
export function refuseUserInfo(url: URL): void {
  if (url.password === "") return;
  throw new SourceProblem(`the address ${describeUrl(url)} carries a password`, {
    hint: "take it out, change it, and give the new one in SLIPWAY_REPOSITORY_CREDENTIALS",
  });
}

function parseOci(address: string, shown: string): ChartAddress {
  const [registry = "", ...path] = address.split("/");
  const repository = path.join("/");
  if (!registryName.test(registry) || !URL.canParse(`https://${registry}`)) {
    throw new SourceProblem(`${shown} names no OCI registry`);
  }
  if (!ociName.test(repository)) throw new SourceProblem(`"${repository}" is not a repository name of an OCI registry`);
  return { kind: "oci", registry, repository };
}

/**
 * Reads where a chart comes from as Helm and Argo CD do: `https://host/path` is an index, `oci://host/path` and the
 * scheme-less `host/path` are registries in which the chart is the last part of the repository's name. An empty `chart`
 * takes the whole OCI address, as an Argo CD source with `oci://` and `path` does.
 */
export function parseChartAddress(repository: string, chart: string): ChartAddress {
  const protocol = scheme.exec(repository)?.[1]?.toLowerCase();
  const tail = chart === "" ? "" : `/${chart}`;
  if (protocol === "oci" || protocol === undefined) {
    if (/^(?:@|alias:|file:)/.test(repository) || repository === "") {
      throw new SourceProblem(`repository "${repository}" is not an address that can be fetched`);
    }
    const rest = repository.replace(scheme, "").replace(/\/+$/, "");
    return parseOci(`${rest}${tail}`, describeUrl(repository));
  }
  const url = URL.parse(repository);
  if ((protocol !== "https" && protocol !== "http") || !url) {
    throw new SourceProblem(`repository "${describeUrl(repository)}" is neither an http(s) nor an oci address`);
  }
  refuseUserInfo(url);
  if (chart === "") throw new SourceProblem(`no chart is named for the repository ${describeUrl(url)}`);
  url.username = "";
  return { kind: "http", url: url.href };
}

/** One spelling per repository, so that a trailing slash or user information does not make another lock entry. */
export function normalRepository(repository: string): string {
  return repository
    .trim()
    .replace(/\/+$/, "")
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)(?:[^/@]*@)?([^/]*)/i, (_, before: string, host: string) =>
      `${before}${host}`.toLowerCase(),
    );
}

/** The base of an OCI registry's API; plain HTTP on this machine only, as Docker does it. */
export function registryBase(registry: string): URL {
  const secure = new URL(`https://${registry}`);
  return isLoopback(secure.hostname) ? new URL(`http://${registry}`) : secure;
}
