import type { ChartAddress } from "./address.ts";
import { requireOnline } from "./found-chart.ts";
import type { ChartFetchOptions, FoundChart } from "./found-chart.ts";
import { SourceProblem } from "./problem.ts";
import { openRegistry } from "./registry.ts";
import type { RegistryRepository } from "./registry.ts";
import type { Layer } from "./registry-manifest.ts";
import { selectVersion } from "./selection.ts";
import { parseVersion } from "./version.ts";

/** A `+` of build metadata is not allowed in a tag; Helm writes `_` instead. */
const tagOf = (version: string): string => version.replaceAll("+", "_");
export const versionOfTag = (tag: string): string => tag.replaceAll("_", "+");

/** The tag's layer: a version is a tag as it stands, anything else is tried as one and then as a constraint. */
async function findTag(
  registry: RegistryRepository,
  wanted: string,
  name: string,
): Promise<{ version: string; layer: Layer }> {
  const isTag = /^(?:sha256:[0-9a-f]{64}|[A-Za-z0-9_][A-Za-z0-9_.+-]{0,127})$/.test(wanted);
  const exact = isTag ? await registry.layer(tagOf(wanted)) : undefined;
  if (exact) return { version: wanted, layer: exact };
  if (isTag && parseVersion(wanted)) throw new SourceProblem(`${name} has no version ${wanted}`);
  const selected = selectVersion((await registry.tags()).map(versionOfTag), wanted);
  if ("absent" in selected) throw new SourceProblem(`${name}: ${selected.absent}`);
  const layer = await registry.layer(tagOf(selected.version));
  if (!layer) throw new SourceProblem(`${name} lists the tag ${tagOf(selected.version)}, but has no manifest for it`);
  return { version: selected.version, layer };
}

/** Finds a version among the tags of an OCI repository. */
export async function findInRegistry(
  address: Extract<ChartAddress, { kind: "oci" }>,
  wanted: string,
  options: ChartFetchOptions,
): Promise<FoundChart> {
  const name = `oci://${address.registry}/${address.repository}`;
  requireOnline(options.offline, name);
  const registry = openRegistry(address.registry, address.repository, {
    http: options.http,
    authorize: (url) => options.authorize(url, "registry"),
    signal: options.signal,
  });
  const { version, layer } = await findTag(registry, wanted, name);
  const download = async (): Promise<Uint8Array> =>
    registry.blob(layer, layer.plain ? options.limits.unpacked : options.limits.packed);
  return { version, promised: layer.digest, contents: layer.contents, plain: layer.plain, download };
}
