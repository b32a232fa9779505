import { BlockList, isIP } from "node:net";
import { describeUrl, isLoopback } from "./address.ts";
import { SourceProblem } from "./problem.ts";

/** How near an address is: `never` is for what no source has, such as the address of a cloud's instance metadata. */
export type Reach = "public" | "private" | "loopback" | "never";

/** Every address of a host name; rejects where there is none. */
export type LookUp = (hostname: string) => Promise<readonly string[]>;

function subnets(list: string): BlockList {
  const found = new BlockList();
  for (const subnet of list.split(" ")) {
    const [address = "", bits] = subnet.split("/");
    found.addSubnet(address, Number(bits), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return found;
}

/** "This network", link-local (where clouds answer with credentials), multicast, reserved (RFC 6890). */
const unroutable = subnets("0.0.0.0/8 169.254.0.0/16 224.0.0.0/4 240.0.0.0/4 ::/128 fe80::/10 ff00::/8");
/** Where Alibaba Cloud, Azure, AWS and Google Cloud answer besides. */
const metadata = subnets("100.100.100.200/32 168.63.129.16/32 fd00:ec2::254/128 fd20:ce::254/128");
const loopback = subnets("127.0.0.0/8 ::1/128");
const local = subnets("10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 198.18.0.0/15 fc00::/7");
/** Prefixes of IPv6 that have an IPv4 address in their last 32 bits (RFC 6052). */
const translated = subnets("64:ff9b::/96");

/** The reach of an IP address; an IPv4 address inside an IPv6 one counts as what it is. */
export function reachOf(address: string): Reach {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (family === "ipv6" && translated.check(address, family)) return reachOf(lastFour(address));
  if (unroutable.check(address, family) || metadata.check(address, family)) return "never";
  if (loopback.check(address, family)) return "loopback";
  return local.check(address, family) ? "private" : "public";
}

/** The URL parser writes every IPv6 address in its one short form, without dots. */
function lastFour(address: string): string {
  const [, high = "0", low = "0"] =
    /([0-9a-f]*):([0-9a-f]*)$/.exec(new URL(`http://[${address}]/`).hostname.slice(1, -1)) ?? [];
  const bits = Number.parseInt(high || "0", 16) * 2 ** 16 + Number.parseInt(low || "0", 16);
  return [24, 16, 8, 0].map((shift) => Math.floor(bits / 2 ** shift) % 256).join(".");
}

const byDistance: readonly Reach[] = ["public", "private", "loopback", "never"];
const nearest = (reaches: readonly Reach[]): Reach =>
  reaches.toSorted((a, b) => byDistance.indexOf(b) - byDistance.indexOf(a))[0] ?? "public";

const names: Readonly<Record<Reach, string>> = {
  public: "the internet",
  private: "a private network",
  loopback: "this machine",
  never: "an address that only this machine's network has, such as a cloud's instance metadata",
};

/**
 * Finds out where a URL leads before anything is sent, and refuses what a manifest of a stranger must not make us ask: link-local addresses
 * at all, this machine by another name than its own, and, when `named` is the address whose answer said to go there, anything nearer than that.
 * Gives the addresses that a name was found to have, none where it could not be looked up or is an address itself.
 */
export function createReachCheck(lookUp: LookUp): (url: URL, named?: URL) => Promise<readonly string[]> {
  async function reach(url: URL): Promise<{ found: Reach; addresses: readonly string[] }> {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) !== 0) return { found: reachOf(host), addresses: [] };
    if (isLoopback(host)) return { found: "loopback", addresses: [] };
    // A name that cannot be looked up here may still be known to a proxy; where it is not, the request says so.
    const addresses = await lookUp(host).catch(() => []);
    const found = nearest(addresses.map(reachOf));
    return { found: found === "loopback" ? "never" : found, addresses };
  }

  return async (url, named) => {
    const { found, addresses } = await reach(url);
    if (found === "never") throw new SourceProblem(`${describeUrl(url)} leads to ${names.never}, which is never asked`);
    if (named === undefined || found === "public") return addresses;
    const { found: from } = await reach(named);
    if (byDistance.indexOf(found) > byDistance.indexOf(from))
      throw new SourceProblem(
        `${describeUrl(named)} leads to ${names[found]} (${describeUrl(url)}), which is not followed`,
      );
    return addresses;
  };
}
