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
  const kubernetes = new Pack(readFileSync(new URL("kubernetes.zst", folder)));
  const custom = () => new Pack(readFileSync(new URL("custom.zst", folder)));
  return new Schemas(kubernetes.versions, [kubernetesLayer(kubernetes), bundledCustomLayer(custom)]);
}
