import { z } from "zod";
import { labelsSchema } from "../http/labels.ts";
import { created } from "../http/route.ts";
import { parseBody } from "../http/validation.ts";
import { ensureRoom } from "../limits.ts";
import { insertRecord, iso, nextId, recordsOf } from "../world.ts";
import { ensureUniqueName, nameSchema, type Resource } from "./resource.ts";

const body = z.object({ name: nameSchema, type: z.literal("spread"), labels: labelsSchema.optional() });

export const placementGroups: Resource<"placement_groups"> = {
  kind: "placement_groups",
  singular: "placement_group",
  title: "placement group",
  sorts: ["id", "name", "created"],
  filters: { type: ({ type }) => type },
  render: (world, { id, name, labels, type, created }) => ({
    id,
    name,
    labels,
    type,
    created: iso(created),
    servers: recordsOf(world, "servers")
      .filter(({ placement_group }) => placement_group === id)
      .map((server) => server.id),
  }),
  create(world, request) {
    const { name, type, labels = {} } = parseBody(body, request);
    ensureUniqueName(world, "placement_groups", name);
    ensureRoom(world, "placement_groups");
    const group = insertRecord(world, "placement_groups", {
      id: nextId(world),
      name,
      labels,
      created: world.now,
      type,
    });
    return created({ placement_group: placementGroups.render(world, group), action: null });
  },
};
