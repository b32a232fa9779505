import { join } from "node:path";
import { cacheFolder, hashOf, kept } from "./cache.ts";
import { packImage } from "./oci.ts";
import type { ImageRecipe } from "./recipes.ts";

/** The image's OCI archive, packed once for each content. */
export function archiveOf({ name, layers, config }: ImageRecipe): Promise<string> {
  const readable = name.replaceAll(/[^a-z0-9.]+/g, "-");
  const path = join(cacheFolder(), "images", `${readable}-${keyOf({ name, layers, config })}.tar`);
  return kept(path, async (partial) => {
    const tars = [];
    for (const layer of layers) {
      tars.push(await kept(join(cacheFolder(), "layers", `${layer.key}.tar`), (target) => layer.make(target)));
    }
    await packImage(partial, tars, config);
  });
}

export const keyOf = ({ name, layers, config }: ImageRecipe): string =>
  hashOf(name, ...layers.map(({ key }) => key), JSON.stringify(config));
