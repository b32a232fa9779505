import { z } from "zod";
import { ensureUnheld, renderAction, startAction } from "../actions/actions.ts";
import { openBill, spreadTariff } from "../billing/bills.ts";
import { prices } from "../catalogue/data.ts";
import { ApiError, invalid } from "../http/errors.ts";
import { labelsSchema } from "../http/labels.ts";
import { created } from "../http/route.ts";
import { parseBody } from "../http/validation.ts";
import { ensureRoom } from "../limits.ts";
import type { RecordOf } from "../state/records.ts";
import type { Billed } from "../state/state.ts";
import { insertRecord, iso, nextId, recordsOf, type World } from "../world.ts";
import { locationNamed, renderLocation } from "./locations.ts";
import { changeProtection } from "./protection.ts";
import { ensureUniqueName, nameSchema, referred, type Resource } from "./resource.ts";

type Volume = RecordOf<"volumes">;

const size = z.number().int().min(10, "must be at least 10 GB").max(10_240, "must be at most 10240 GB");
const createBody = z.object({
  name: nameSchema,
  size,
  location: z.string().optional(),
  server: z.number().int().nullish(),
  automount: z.boolean().optional(),
  format: z.enum(["ext4", "xfs"]).nullish(),
  labels: labelsSchema.default({}),
});

/** A server takes sixteen volumes: https://docs.hetzner.com/cloud/volumes/overview */
const volumesPerServer = 16;

export const volumes: Resource<"volumes"> = {
  kind: "volumes",
  singular: "volume",
  title: "volume",
  sorts: ["id", "name", "created"],
  filters: { status: ({ status }) => status },
  render: (_world, volume) => ({
    id: volume.id,
    name: volume.name,
    labels: volume.labels,
    created: iso(volume.created),
    size: volume.size,
    location: renderLocation(volume.location),
    server: volume.server,
    status: volume.status,
    format: volume.format,
    linux_device: `/dev/disk/by-id/scsi-0HC_Volume_${volume.id}`,
    protection: volume.protection,
  }),
  create(world, request) {
    const body = parseBody(createBody, request);
    ensureUniqueName(world, "volumes", body.name);
    const server = body.server == null ? undefined : referred(world, "servers", body.server, "server");
    const where = server?.location ?? body.location;
    if (where === undefined) throw invalid("location", "is missing: one of location and server is needed");
    ensureRoom(world, "volumes");
    if (server !== undefined) ensureAttachable(world, server);
    const volume = insertRecord(world, "volumes", {
      id: nextId(world),
      name: body.name,
      labels: body.labels,
      created: world.now,
      size: body.size,
      location: locationNamed(where, "location"),
      server: null,
      status: "creating",
      format: body.format ?? null,
      protection: { delete: false },
    });
    openBill(world.project, world.now, volumeBill(volume, volume.size));
    const on = { kind: "volumes", id: volume.id } as const;
    const action = startAction(world, {
      command: "create_volume",
      on: [on],
      effects: [{ do: "set", ...on, fields: { status: "available" } }],
      undo: [{ do: "remove", ...on }],
    });
    const next = server === undefined ? [] : [startAction(world, { ...attachment(volume, server.id), after: action })];
    return created({
      volume: volumes.render(world, volume),
      action: renderAction(world, action),
      next_actions: next.map((one) => renderAction(world, one)),
    });
  },
  remove(_world, volume) {
    if (volume.server === null) return undefined;
    throw new ApiError(
      "volume_already_attached",
      `volume with ID '${volume.id}' is attached to server ${volume.server}`,
    );
  },
  commands: {
    attach(world, volume, request) {
      const { server: id } = parseBody(z.object({ server: z.number().int() }), request);
      const server = referred(world, "servers", id, "server");
      if (volume.server !== null) throw new ApiError("volume_already_attached", "volume is already attached");
      if (server.location !== volume.location) throw invalid("server", "server is in another location than the volume");
      ensureAttachable(world, server);
      return act(world, attachment(volume, server.id));
    },
    detach(world, volume) {
      if (volume.server === null) throw invalid("server", "volume is not attached");
      const on = { kind: "volumes", id: volume.id } as const;
      return act(world, {
        command: "detach_volume",
        on: [on, { kind: "servers", id: volume.server }],
        effects: [{ do: "set", ...on, fields: { server: null } }],
      });
    },
    resize(world, volume, request) {
      const wanted = parseBody(z.object({ size }), request).size;
      if (wanted <= volume.size) throw invalid("size", `must be more than the current ${volume.size} GB`);
      const on = { kind: "volumes", id: volume.id } as const;
      return act(world, {
        command: "resize_volume",
        on: [on],
        effects: [
          { do: "set", ...on, fields: { size: wanted } },
          { do: "bill", billed: volumeBill(volume, wanted) },
        ],
      });
    },
    change_protection: changeProtection("volumes"),
  },
};

function ensureAttachable(world: World, server: RecordOf<"servers">): void {
  ensureUnheld(world, { kind: "servers", id: server.id });
  if (recordsOf(world, "volumes").filter((one) => one.server === server.id).length >= volumesPerServer) {
    throw new ApiError("resource_limit_exceeded", `at most ${volumesPerServer} volumes can be attached to a server`);
  }
}

function attachment(volume: Volume, server: number) {
  const on = { kind: "volumes", id: volume.id } as const;
  return {
    command: "attach_volume",
    on: [on, { kind: "servers", id: server } as const],
    effects: [{ do: "set", ...on, fields: { server } } as const],
  };
}

function act(world: World, plan: Parameters<typeof startAction>[1]) {
  for (const one of plan.on) ensureUnheld(world, one);
  return created({ action: renderAction(world, startAction(world, plan)) });
}

const volumeBill = ({ id, name, location }: Volume, gigabytes: number): Billed => ({
  kind: "volumes",
  id,
  name,
  type: `${gigabytes} GB`,
  location,
  tariff: spreadTariff(gigabytes * prices.volumePerGB),
});
