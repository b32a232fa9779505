import { describeUrl } from "./address.ts";
import { archiveUrl, findEntry, indexUrl } from "./chart-index.ts";
import { findInRegistry, versionOfTag } from "./chart-registry.ts";
import { parseDigest } from "./digest.ts";
import { requireOnline } from "./found-chart.ts";
import type { ChartFetchOptions, FoundChart } from "./found-chart.ts";
import type { HttpRequest } from "./http.ts";
import type { IndexEntry } from "./index-entry.ts";
import { SourceProblem } from "./problem.ts";

/** Since Helm 3.8 an index may point into a registry: oci://host/path:tag. */
async function downloadFromRegistry(
  url: URL,
  version: string,
  index: URL,
  { http, ...others }: ChartFetchOptions,
): Promise<Uint8Array> {
  const options = { ...others, http: async (request: HttpRequest) => http({ named: index, ...request }) };
  const [, repository = "", tag = version] = /^\/(.*?)(?::([^/]*))?$/.exec(url.pathname) ?? [];
  const found = await findInRegistry({ kind: "oci", registry: url.host, repository }, versionOfTag(tag), options);
  return found.download();
}

async function downloadEntry(
  repository: URL,
  chart: string,
  entry: IndexEntry,
  options: ChartFetchOptions,
): Promise<Uint8Array> {
  const what = `${chart} ${entry.version}`;
  const url = archiveUrl(repository, entry.urls[0] ?? "");
  if (url.protocol === "oci:") return downloadFromRegistry(url, entry.version, indexUrl(repository), options);
  if (url.protocol !== "https:" && (url.protocol !== "http:" || repository.protocol === "https:")) {
    const scheme = url.protocol.slice(0, -1);
    throw new SourceProblem(
      `the index of ${describeUrl(repository)} points to an address of scheme "${scheme}" for ${what}`,
    );
  }
  requireOnline(options.offline, `the archive of ${what}`);
  const response = await options.http({
    url,
    named: indexUrl(repository),
    // A server that compresses once more, or takes the gzip away, would change the digest.
    headers: { "accept-encoding": "identity" },
    authorization: options.authorize(url, "path"),
    maxBytes: options.limits.packed,
    signal: options.signal,
  });
  if (response.status === 200) return response.body;
  throw new SourceProblem(`the archive of ${what} cannot be had: ${describeUrl(url)} answered ${response.status}`);
}

/** Finds a version in the index of a chart repository. */
export async function findInIndex(
  repository: URL,
  chart: string,
  wanted: string,
  options: ChartFetchOptions,
): Promise<FoundChart> {
  const where = describeUrl(repository);
  const entry = findEntry(await options.readIndex(indexUrl(repository)), chart, wanted, where);
  const promised = entry.digest === "" ? undefined : parseDigest(entry.digest);
  if (entry.digest !== "" && promised === undefined) {
    throw new SourceProblem(
      `the index of ${where} gives "${entry.digest}" as digest of ${chart} ${entry.version}, which is not sha256`,
    );
  }
  const download = async (): Promise<Uint8Array> => downloadEntry(repository, chart, entry, options);
  return { version: entry.version, promised, contents: "chart", plain: false, download };
}
