import type { ServerResponse } from "node:http";
import { chartArchive, hexDigest } from "./chart-archive.ts";
import { startServer } from "./loopback-server.ts";
import type { LoopbackServer, SeenRequest } from "./loopback-server.ts";

export interface PublishedChart {
  name: string;
  version: string;
  archive?: Uint8Array;
  /** What the index says; by default the archive's own. */
  digest?: string;
  /** Where the index points; by default the archive beside it. */
  url?: string;
}

/** Answers a request in place of the repository; `false` lets it answer as usual. */
export type Interceptor = (request: SeenRequest, response: ServerResponse) => boolean;

export interface RepositoryOptions {
  charts: readonly PublishedChart[];
  basicAuth?: { username: string; password: string };
  intercept?: Interceptor;
  /** Replaces the generated index. */
  index?: string;
  /** Where it listens, where that is not loopback. */
  ownAddress?: string;
}

/** The index as `helm repo index` writes it. */
function indexYaml(charts: readonly Required<PublishedChart>[]): string {
  const names = [...new Set(charts.map(({ name }) => name))].toSorted();
  const entry = ({ name, version, digest, url }: Required<PublishedChart>): string[] => [
    "  - apiVersion: v2",
    `    created: "2026-11-23T07:00:00.000000000Z"`,
    "    description: A chart for tests",
    `    digest: ${digest}`,
    `    name: ${name}`,
    "    urls:",
    `    - ${url}`,
    `    version: ${version}`,
  ];
  const entries = names.flatMap((name) => [
    `  ${name}:`,
    ...charts.filter((chart) => chart.name === name).flatMap((chart) => entry(chart)),
  ]);
  return `${["apiVersion: v1", "entries:", ...entries, 'generated: "2026-11-23T07:00:00.000000000Z"'].join("\n")}\n`;
}

/** A chart repository over HTTP: index with ETag, archives, optional basic authentication. */
export async function startChartRepository(options: RepositoryOptions): Promise<LoopbackServer> {
  const charts = options.charts.map((chart) => {
    const archive = chart.archive ?? chartArchive(chart.name, chart.version);
    const file = `${chart.name}-${chart.version}.tgz`;
    return { ...chart, archive, digest: chart.digest ?? hexDigest(archive), url: chart.url ?? file };
  });
  const index = options.index ?? indexYaml(charts);
  const etag = `"${hexDigest(Buffer.from(index)).slice(0, 16)}"`;
  const { basicAuth, intercept } = options;
  const wanted = basicAuth && `Basic ${Buffer.from(`${basicAuth.username}:${basicAuth.password}`).toString("base64")}`;

  return startServer((request, response) => {
    if (intercept?.(request, response) === true) return;
    if (wanted !== undefined && request.authorization !== wanted) {
      response.writeHead(401, { "www-authenticate": 'Basic realm="charts"' }).end();
      return;
    }
    if (request.path.endsWith("/index.yaml")) {
      const fresh = request.headers["if-none-match"] === etag;
      response
        .writeHead(fresh ? 304 : 200, { etag, "content-type": "application/yaml" })
        .end(fresh ? undefined : index);
      return;
    }
    const file = decodeURIComponent(request.path.split("/").at(-1) ?? "");
    const chart = charts.find(({ name, version }) => `${name}-${version}.tgz` === file);
    if (chart) response.writeHead(200, { "content-length": chart.archive.length }).end(chart.archive);
    else response.writeHead(404).end("not found");
  }, options.ownAddress);
}
