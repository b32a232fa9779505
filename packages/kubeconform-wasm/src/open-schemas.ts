import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Pack } from "./schemas/pack.ts";
import { bundledCustomLayer, kubernetesLayer } from "./schemas/layer.ts";
import { Schemas } from "./schemas/schemas.ts";

// Kept in a variable, because a bundler takes `new URL("…", import.meta.url)` for an asset that it should copy.
const here = import.meta.url;

/** Where the package keeps its packs; the same from src/ and from dist/. */
const bundled = new URL("../schemas/", here);

/** Opens the bundled schemas; `folder` is where kubernetes.zst and custom.zst are, when they were moved by a bundler. */
export function openSchemas(folder: URL = bundled): Schemas {
  const packs = {
    kubernetes: readFileSync(new URL("kubernetes.zst", folder)),
    custom: readFileSync(new URL("custom.zst", folder)),
  };
  const digest = createHash("sha256").update(packs.kubernetes).update(packs.custom).digest("hex");
  const kubernetes = new Pack(packs.kubernetes);
  const layers = [kubernetesLayer(kubernetes), bundledCustomLayer(() => new Pack(packs.custom))];
  return new Schemas(kubernetes.versions, layers, digest.slice(0, 16));
}
