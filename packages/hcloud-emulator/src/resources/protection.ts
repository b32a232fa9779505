import { z } from "zod";
import { renderAction, startAction } from "../actions/actions.ts";
import { type Answer, created } from "../http/route.ts";
import { parseBody } from "../http/validation.ts";
import type { Kind } from "../state/records.ts";
import type { World } from "../world.ts";

const body = z.object({ delete: z.boolean().optional() });

/** The `change_protection` of everything that can only be protected against deletion. */
export function changeProtection(kind: Kind) {
  return (world: World, record: { id: number; protection: { delete: boolean } }, request: unknown): Answer => {
    const protection = { delete: parseBody(body, request).delete ?? record.protection.delete };
    const action = startAction(world, {
      command: "change_protection",
      on: [{ kind, id: record.id }],
      holds: [],
      effects: [{ do: "set", kind, id: record.id, fields: { protection } }],
    });
    return created({ action: renderAction(world, action) });
  };
}

const pointer = z.object({ ip: z.string(), dns_ptr: z.string().nullable() });

/** The `change_dns_ptr` of addresses; null goes back to the default. */
export function changeDnsPointer(kind: "primary_ips" | "floating_ips") {
  return (
    world: World,
    record: { id: number; dns_ptr: { ip: string; dns_ptr: string }[] },
    request: unknown,
  ): Answer => {
    const { ip, dns_ptr } = parseBody(pointer, request);
    const others = record.dns_ptr.filter((one) => one.ip !== ip);
    const action = startAction(world, {
      command: "change_dns_ptr",
      on: [{ kind, id: record.id }],
      holds: [],
      effects: [
        {
          do: "set",
          kind,
          id: record.id,
          fields: { dns_ptr: [...others, { ip, dns_ptr: dns_ptr ?? defaultPointer(ip) }] },
        },
      ],
    });
    return created({ action: renderAction(world, action) });
  };
}

export const defaultPointer = (ip: string): string =>
  `static.${ip.split(".").reverse().join(".")}.clients.your-server.de`;
