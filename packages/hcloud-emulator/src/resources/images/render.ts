import type { RecordOf } from "../../state/records.ts";
import { iso, type World } from "../../world.ts";

/** A snapshot or a backup. */
export const renderImage = (_world: World, image: RecordOf<"images">): Record<string, unknown> => ({
  id: image.id,
  type: image.type,
  status: image.status,
  name: null,
  description: image.description,
  image_size: image.image_size,
  disk_size: image.disk_size,
  created: iso(image.created),
  created_from: image.created_from,
  bound_to: image.bound_to,
  os_flavor: image.os_flavor,
  os_version: image.os_version,
  architecture: image.architecture,
  rapid_deploy: false,
  protection: image.protection,
  deprecated: null,
  deprecation: null,
  deleted: null,
  labels: image.labels,
});
