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
