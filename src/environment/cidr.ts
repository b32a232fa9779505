import { BlockList, isIPv6 } from "node:net";

/** Whether every address of `inner` is one of `outer`; both are valid CIDR networks. */
export function contains(outer: string, inner: string): boolean {
  const [around, within] = [networkOf(outer), networkOf(inner)];
  if (around.family !== within.family || around.prefix > within.prefix) return false;
  const list = new BlockList();
  list.addSubnet(around.address, around.prefix, around.family);
  return list.check(within.address, within.family);
}

/** Whether two networks have an address in common: then one contains the other. */
export const overlap = (a: string, b: string): boolean => contains(a, b) || contains(b, a);

function networkOf(cidr: string): { address: string; prefix: number; family: "ipv4" | "ipv6" } {
  const [address = "", prefix = ""] = cidr.split("/");
  return { address, prefix: Number(prefix), family: isIPv6(address) ? "ipv6" : "ipv4" };
}
