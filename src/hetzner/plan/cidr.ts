import { isIPv6 } from "node:net";

/** One form for the same network, as the API writes it: no host bits, IPv6 in short lower case. */
export function canonicalCidr(cidr: string): string {
  const [address = "", prefix = ""] = cidr.split("/");
  const length = Number(prefix);
  return isIPv6(address)
    ? `${ipv6(masked(groupsOf(address), 16, length))}/${length}`
    : `${masked(address.split(".").map(Number), 8, length).join(".")}/${length}`;
}

/** Keeps the first bits of a number that is written in parts of so many bits each. */
function masked(parts: readonly number[], bits: number, length: number): number[] {
  return parts.map((part, index) => {
    const kept = Math.min(Math.max(length - index * bits, 0), bits);
    return part & (((1 << bits) - 1) ^ ((1 << (bits - kept)) - 1));
  });
}

function groupsOf(address: string): number[] {
  const short = ipv6Text(address).slice(1, -1);
  const [head = "", tail] = short.split("::");
  const parse = (text: string): number[] =>
    text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
  const [first, last] = [parse(head), parse(tail ?? "")];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

const ipv6 = (groups: readonly number[]): string =>
  ipv6Text(groups.map((group) => group.toString(16)).join(":")).slice(1, -1);

/** The URL standard has the shortest form of an address, and Node has the URL standard. */
const ipv6Text = (address: string): string => new URL(`http://[${address}]/`).hostname;
