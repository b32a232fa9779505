import { z } from "zod";
import { parseDigest } from "./digest.ts";
import type { Digest } from "./digest.ts";
import { SourceProblem } from "./problem.ts";

const chartConfig = "application/vnd.cncf.helm.config.v1+json";
const chartLayer = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const legacyChartLayer = "application/tar+gzip";
/** What Argo CD takes for content, and what it allows of that (`isCompressedLayer`, `--oci-layer-media-types` by default). */
const contentTypes = /(?:tar\+gzip|tar\.gzip|tar)$/;
const plainTar = "application/vnd.oci.image.layer.v1.tar";
const allowedTypes: readonly string[] = [plainTar, "application/vnd.oci.image.layer.v1.tar+gzip", chartLayer];
const mostLayers = 10;

export const manifestTypes = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/** What is in an artifact: a Helm chart in its folder, or files as they are. */
export type Contents = "chart" | "files";

export interface Layer {
  digest: Digest;
  contents: Contents;
  /** Whether it is a tar without gzip around it. */
  plain: boolean;
}

const digest = z.string().transform((text, context) => {
  const parsed = parseDigest(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: `"${text}" is not a sha256 digest` });
  return z.NEVER;
});
const descriptor = z.object({ mediaType: z.string(), digest, artifactType: z.string().optional() });
const manifest = z.object({ config: z.object({ mediaType: z.string() }), layers: z.array(descriptor) });
const manifestIndex = z.object({ manifests: z.array(descriptor).min(1) });
const tagList = z.object({ tags: z.array(z.string()).nullish() });

type Manifest = z.infer<typeof manifest>;

function parse<T>(schema: z.ZodType<T>, bytes: Uint8Array, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch (error) {
    throw new SourceProblem(`${what} is not JSON`, { cause: error });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new SourceProblem(`${what} is not valid: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
}

/** Reads a manifest; of an index of several, the one that is a chart, else the first. */
export function readManifest(bytes: Uint8Array, name: string): Manifest | { manifest: Digest } {
  const read = parse(z.union([manifest, manifestIndex]), bytes, `the manifest of ${name}`);
  if (!("manifests" in read)) return read;
  const chosen = read.manifests.find(({ artifactType }) => artifactType === chartConfig) ?? read.manifests[0];
  if (!chosen) throw new SourceProblem(`${name} has an index without manifests`);
  return { manifest: chosen.digest };
}

/** The one layer with content: a chart's archive, or the only tar, as Argo CD's OCI sources require (util/oci `extract`). */
export function contentLayer({ config, layers }: Manifest, name: string): Layer {
  const isChart = config.mediaType === chartConfig;
  const types = layers.map(({ mediaType }) => mediaType).join(", ") || "no layers";
  if (layers.length > mostLayers)
    throw new SourceProblem(`${name} has ${layers.length} layers, and Argo CD takes no more than ${mostLayers}`);
  if (isChart) {
    const layer = [chartLayer, legacyChartLayer].flatMap(
      (wanted) => layers.find(({ mediaType }) => mediaType === wanted) ?? [],
    )[0];
    if (layer) return { digest: layer.digest, contents: "chart", plain: false };
    throw new SourceProblem(`${name} has no chart archive among its layers (${types})`);
  }
  const found = layers.filter(({ mediaType }) => contentTypes.test(mediaType));
  const other = found.find(({ mediaType }) => !allowedTypes.includes(mediaType));
  if (other)
    throw new SourceProblem(`${name} has a layer of type ${other.mediaType}, which is not one that Argo CD allows`, {
      hint: `push it as ${allowedTypes[1]}`,
    });
  const [layer, ...others] = found;
  if (!layer || others.length > 0)
    throw new SourceProblem(`${name} has ${found.length} tar archives among its layers, not one (${types})`);
  return { digest: layer.digest, contents: "files", plain: layer.mediaType === plainTar };
}

export function readTags(bytes: Uint8Array, name: string): string[] {
  return parse(tagList, bytes, `the list of tags of ${name}`).tags ?? [];
}
