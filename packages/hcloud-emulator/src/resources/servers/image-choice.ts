import { images } from "../../catalogue/images.ts";
import type { ServerType } from "../../catalogue/server-types.ts";
import { invalid } from "../../http/errors.ts";
import { findRecord, type World } from "../../world.ts";

export interface ChosenImage {
  id: number;
  /** GB that the server type must have. */
  disk: number;
  flavor: string;
  version: string | null;
}

/** The image that a request names. A system image's name has a build for each architecture; an id is one build. */
export function chooseImage(world: World, idOrName: string | number, type: ServerType): ChosenImage {
  const system =
    images.find(({ name, architecture }) => name === idOrName && architecture === type.architecture) ??
    images.find(({ id }) => String(id) === String(idOrName));
  const own = findRecord(world, "images", Number(idOrName));
  const image = system ?? own;
  if (image === undefined) throw invalid("image", `image "${idOrName}" does not exist`);
  if (image.architecture !== type.architecture) {
    throw invalid("image", `image architecture ${image.architecture} does not fit server type ${type.name}`);
  }
  if (own !== undefined && own.status !== "available") throw invalid("image", "image is not available yet");
  const disk = own?.disk_size ?? 5;
  if (disk > type.disk) throw invalid("image", `image needs a disk of ${disk} GB, ${type.name} has ${type.disk} GB`);
  return { id: image.id, disk, flavor: image.os_flavor, version: image.os_version };
}
