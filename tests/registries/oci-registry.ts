import type { ServerResponse } from "node:http";
import { hexDigest } from "./chart-archive.ts";
import { startServer } from "./loopback-server.ts";
import type { LoopbackServer, SeenRequest } from "./loopback-server.ts";

export interface PublishedArtifact {
  /** Name within the registry, such as charts/web. */
  repository: string;
  tag: string;
  archive: Uint8Array;
  configType?: string;
  layerType?: string;
}

export interface OciRegistryOptions {
  artifacts: readonly PublishedArtifact[];
  /** Wants a token from this realm, as the header's value; the realm answers "token-for-<repository>". */
  realm?: () => string;
  basicAuth?: { username: string; password: string };
  /** Tags per page. */
  pageSize?: number;
  /** Where the next page of tags is said to be; by default here. */
  nextHost?: string;
  /** Where blobs are redirected to. */
  blobHost?: () => string;
  /** Changes what a blob is answered with. */
  corrupt?: (blob: Uint8Array) => Uint8Array;
}

const manifestType = "application/vnd.oci.image.manifest.v1+json";
const chartConfigType = "application/vnd.cncf.helm.config.v1+json";
const chartLayerType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

function describe(mediaType: string, bytes: Uint8Array): { mediaType: string; digest: string; size: number } {
  return { mediaType, digest: `sha256:${hexDigest(bytes)}`, size: bytes.length };
}

/** Config, layer and manifest of a chart, as `helm push` makes them. */
function manifestOf({ archive, configType = chartConfigType, layerType = chartLayerType }: PublishedArtifact): {
  manifest: Buffer;
  config: Buffer;
} {
  const config = Buffer.from("{}");
  const layers = [describe(layerType, archive)];
  const body = { schemaVersion: 2, mediaType: manifestType, config: describe(configType, config), layers };
  return { manifest: Buffer.from(JSON.stringify(body)), config };
}

function listTags(tags: string[], path: string, pageSize: number, nextHost: string, response: ServerResponse): void {
  const url = new URL(path, "http://registry");
  const start = tags.indexOf(url.searchParams.get("last") ?? "") + 1;
  const page = tags.slice(start, start + pageSize);
  const more = start + pageSize < tags.length;
  const next = `<${nextHost}${url.pathname}?n=${pageSize}&last=${page.at(-1)}>; rel="next"`;
  response.writeHead(200, more ? { link: next } : {}).end(JSON.stringify({ tags: page }));
}

/** The reading half of the distribution API in a few lines, able to misbehave as the real registry cannot. */
export async function startOciRegistry(options: OciRegistryOptions): Promise<LoopbackServer> {
  const { artifacts, basicAuth, realm, blobHost, corrupt = (blob) => blob, pageSize = 100, nextHost = "" } = options;

  function authorized({ authorization }: SeenRequest, repository: string): boolean {
    if (realm) return authorization === `Bearer token-for-${repository}`;
    if (!basicAuth) return true;
    return authorization === `Basic ${Buffer.from(`${basicAuth.username}:${basicAuth.password}`).toString("base64")}`;
  }

  function blob(repository: string, digest: string): Uint8Array | undefined {
    const own = artifacts.filter((artifact) => artifact.repository === repository).map(({ archive }) => archive);
    return own.find((bytes) => `sha256:${hexDigest(bytes)}` === digest);
  }

  return startServer((request, response) => {
    const match = /^\/v2\/(.+?)\/(tags\/list|manifests|blobs)(?:\/([^/?]+))?(?:\?.*)?$/.exec(request.path);
    const [, repository = "", kind, reference = ""] = match ?? [];
    if (!authorized(request, repository)) {
      const challenge = realm ? `Bearer realm="${realm()}",service="tests"` : 'Basic realm="tests"';
      response.writeHead(401, { "www-authenticate": challenge }).end();
      return;
    }
    const own = artifacts.filter((artifact) => artifact.repository === repository);
    const artifact = own.find(({ tag }) => tag === reference);
    const bytes = kind === "blobs" ? blob(repository, reference) : undefined;
    if (kind === "tags/list" && own.length > 0) {
      listTags(own.map(({ tag }) => tag).toSorted(), request.path, pageSize, nextHost, response);
    } else if (kind === "manifests" && artifact) {
      response.writeHead(200, { "content-type": manifestType }).end(manifestOf(artifact).manifest);
    } else if (bytes && blobHost) {
      response.writeHead(307, { location: `${blobHost()}/v2/${repository}/blobs/${reference}?signature=s3cret` }).end();
    } else if (bytes) response.writeHead(200).end(corrupt(bytes));
    else response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
  });
}
