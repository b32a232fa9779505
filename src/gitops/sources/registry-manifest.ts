import { z } from "zod";
import { parseDigest } from "./digest.ts";
import type { Digest } from "./digest.ts";
import { SourceProblem } from "./problem.ts";

const chartConfig = "application/vnd.cncf.helm.config.v1+json";
const chartLayer = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const legacyChartLayer = "application/tar+gzip";
const contentTypes = /(?:tar\+gzip|tar\.gzip)$/;

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

/** The one layer with content: a chart's archive, or the only gzipped tar, as Argo CD's OCI sources require. */
export function contentLayer({ config, layers }: Manifest, name: string): Layer {
  const isChart = config.mediaType === chartConfig;
  const found = isChart
    ? [
        layers.find(({ mediaType }) => mediaType === chartLayer) ??
          layers.find(({ mediaType }) => mediaType === legacyChartLayer),
      ]
    : layers.filter(({ mediaType }) => contentTypes.test(mediaType));
  const [layer, ...others] = found.filter((candidate) => candidate !== undefined);
  if (layer && others.length === 0) return { digest: layer.digest, contents: isChart ? "chart" : "files" };
  const types = layers.map(({ mediaType }) => mediaType).join(", ") || "no layers";
  const wanted = isChart ? "no chart archive" : "no gzipped tar, or several";
  throw new SourceProblem(`${name} has ${wanted} among its layers (${types})`);
}

export function readTags(bytes: Uint8Array, name: string): string[] {
  return parse(tagList, bytes, `the list of tags of ${name}`).tags ?? [];
}
