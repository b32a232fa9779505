import { z } from "zod";
import { openBill, spreadTariff } from "../../billing/bills.ts";
import { prices } from "../../catalogue/data.ts";
import { images } from "../../catalogue/images.ts";
import { invalid } from "../../http/errors.ts";
import { labelsSchema } from "../../http/labels.ts";
import type { Answer } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import { ensureRoom } from "../../limits.ts";
import type { RecordOf } from "../../state/records.ts";
import { findRecord, insertRecord, nextId, type World } from "../../world.ts";
import { renderImage } from "../images/render.ts";
import { typeOf } from "./commands.ts";
import { answer, onServer } from "./server-action.ts";

const body = z.object({
  type: z.enum(["snapshot", "backup"]).default("snapshot"),
  description: z.string().nullish(),
  labels: labelsSchema.default({}),
});

/** How much of a disk an image takes: a fresh system with little on it. */
const usedShare = 0.06;

export function createImage(world: World, server: RecordOf<"servers">, request: unknown): Answer {
  const { type, description, labels } = parseBody(body, request);
  if (type === "backup" && server.backup_window === null) throw invalid("type", "backups are not enabled");
  ensureRoom(world, "images");
  const id = nextId(world);
  const size = Number((server.primary_disk_size * usedShare).toFixed(2));
  const action = onServer(world, server, {
    command: "create_image",
    on: [{ kind: "images", id }],
    machine: "snapshot",
    effects: [{ do: "set", kind: "images", id, fields: { status: "available", image_size: size } }],
    undo: [{ do: "remove", kind: "images", id }],
  });
  if (action.machine !== null) action.machine.image = id;
  const image = insertRecord(world, "images", {
    ...originOf(world, server),
    id,
    name: "",
    labels,
    created: world.now,
    type,
    status: "creating",
    description: description ?? `${server.name} ${new Date(world.now).toISOString()}`,
    image_size: null,
    disk_size: server.primary_disk_size,
    created_from: { id: server.id, name: server.name },
    bound_to: type === "backup" ? server.id : null,
    architecture: typeOf(server).architecture,
    protection: { delete: false },
  });
  if (type === "snapshot") {
    openBill(world.project, world.now, {
      kind: "images",
      id,
      name: image.description,
      type: `snapshot, ${size} GB`,
      location: null,
      tariff: spreadTariff(size * prices.snapshotPerGB),
    });
  }
  return answer(world, action, { image: renderImage(world, image) });
}

function originOf(world: World, { image }: RecordOf<"servers">): Pick<RecordOf<"images">, "os_flavor" | "os_version"> {
  const origin = images.find(({ id }) => id === image) ?? findRecord(world, "images", image ?? 0);
  return { os_flavor: origin?.os_flavor ?? "unknown", os_version: origin?.os_version ?? null };
}
