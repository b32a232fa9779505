import { BlockList } from "node:net";
import { ApiError } from "./http/errors.ts";
import type { State } from "./state/state.ts";

/** Where public addresses come from. */
export interface AddressRanges {
  /** IPv4 networks such as 203.0.113.0/24. */
  ipv4: readonly string[];
  /** One IPv6 network of at most 48 bits; every server gets a /64 of it. */
  ipv6: string;
}

/** Addresses for documentation, which nobody on the Internet answers (RFC 5737, RFC 3849). */
export const documentationRanges: AddressRanges = {
  ipv4: ["203.0.113.0/24", "198.51.100.0/24", "192.0.2.0/24"],
  ipv6: "2001:db8::/32",
};

export interface Address {
  ipv4(state: State): string;
  /** As the API tells it: `2001:db8:0:1::/64`. */
  ipv6(state: State): string;
}

export function addressesFrom(ranges: AddressRanges): Address {
  const pool = ranges.ipv4.flatMap((range) => [...hosts(range)]);
  const ipv6Prefix = ranges.ipv6.replace(/::\/\d+$/, "");
  return {
    ipv4(state) {
      const taken = takenIn(state);
      for (let tried = 0; tried < pool.length; tried += 1) {
        const address = pool[state.nextAddress++ % pool.length];
        if (address !== undefined && !taken.has(address)) return address;
      }
      throw new ApiError("resource_unavailable", "no IPv4 address is left");
    },
    ipv6(state) {
      const taken = takenIn(state);
      for (;;) {
        state.nextAddress += 1;
        const groups = [state.nextAddress >>> 16, state.nextAddress & 0xffff].map((group) => group.toString(16));
        const missing = 4 - ipv6Prefix.split(":").length;
        const middle = missing >= 2 ? groups : groups.slice(2 - missing);
        const address = `${[ipv6Prefix, ...middle].join(":")}::/64`;
        if (!taken.has(address)) return address;
      }
    },
  };
}

/** The first address of a /64. */
export const firstOf = (network: string): string => network.replace(/\/64$/, "1");

function takenIn({ projects }: State): Set<string> {
  return new Set(
    Object.values(projects).flatMap((project) => [
      ...Object.values(project.primary_ips).map(({ ip }) => ip),
      ...Object.values(project.floating_ips).map(({ ip }) => ip),
      ...Object.values(project.load_balancers).flatMap(({ ipv4, ipv6 }) => [ipv4.ip, ipv6.ip]),
    ]),
  );
}

/** Every host of an IPv4 network, without the network's own and the broadcast address. */
export function* hosts(cidr: string): Generator<string> {
  const { first, size } = network(cidr);
  for (let address = first + 1; address < first + size - 1; address += 1) yield text(address);
}

export function network(cidr: string): { first: number; size: number } {
  const [base = "", bits = ""] = cidr.split("/");
  const size = 2 ** (32 - Number(bits));
  return { first: Math.floor(number(base) / size) * size, size };
}

export const isCidr4 = (cidr: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(cidr) &&
  cidr.split(/[./]/).every((part, index) => Number(part) <= (index === 4 ? 32 : 255));

export const contains = (outer: string, inner: string): boolean => {
  const [one, other] = [network(outer), network(inner.includes("/") ? inner : `${inner}/32`)];
  return other.first >= one.first && other.first + other.size <= one.first + one.size;
};

export const overlap = (a: string, b: string): boolean => {
  const [one, other] = [network(a), network(b)];
  return one.first < other.first + other.size && other.first < one.first + one.size;
};

/** Whether a firewall may name it: a CIDR, IPv4 or IPv6, without host bits. */
export function isNetwork(cidr: string): boolean {
  const [base = "", bits = ""] = cidr.split("/");
  try {
    new BlockList().addSubnet(base, Number(bits), base.includes(":") ? "ipv6" : "ipv4");
    return /^\d+$/.test(bits) && (base.includes(":") || network(cidr).first === number(base));
  } catch {
    return false;
  }
}

const number = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const text = (value: number): string => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");
