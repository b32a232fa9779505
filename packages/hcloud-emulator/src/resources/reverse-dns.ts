import { z } from "zod";
import { renderAction, startAction } from "../actions/actions.ts";
import { invalid } from "../http/errors.ts";
import { type Answer, created } from "../http/route.ts";
import { parseBody } from "../http/validation.ts";
import type { RecordOf } from "../state/records.ts";
import type { World } from "../world.ts";

type PublicAddress = Pick<RecordOf<"primary_ips">, "id" | "type" | "ip" | "dns_ptr">;

export const pointerBody = z.object({ ip: z.string(), dns_ptr: z.string().nullable() });

/** The name that an IPv4 address has until it is given another. */
export const defaultPointer = (ip: string): string =>
  `static.${ip.split(".").reverse().join(".")}.clients.your-server.de`;

/** Whether an address is the one given out, or in the /64 given out. */
export const isWithin = ({ type, ip }: PublicAddress, address: string): boolean =>
  type === "ipv4" ? address === ip : address.startsWith(ip.replace(/::\/64$/, ":"));

/** The names of an address after `change_dns_ptr`; null goes back to the default, which IPv6 has none of. */
export function changedPointers(address: PublicAddress, request: unknown): PublicAddress["dns_ptr"] {
  const { ip, dns_ptr } = parseBody(pointerBody, request);
  if (!isWithin(address, ip)) throw invalid("ip", `${ip} is not a part of ${address.ip}`);
  const others = address.dns_ptr.filter((one) => one.ip !== ip);
  if (dns_ptr === null && address.type === "ipv6") return others;
  return [...others, { ip, dns_ptr: dns_ptr ?? defaultPointer(ip) }];
}

/** The `change_dns_ptr` of primary and floating IPs. */
export function changeDnsPointer(kind: "primary_ips" | "floating_ips") {
  return (world: World, address: PublicAddress, request: unknown): Answer => {
    const on = { kind, id: address.id };
    const fields = { dns_ptr: changedPointers(address, request) };
    const action = startAction(world, {
      command: "change_dns_ptr",
      on: [on],
      holds: [],
      effects: [{ do: "set", ...on, fields }],
    });
    return created({ action: renderAction(world, action) });
  };
}
