import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { describeUrl } from "./address.ts";
import { sha256 } from "./digest.ts";
import { readIfPresent, writeAtomically } from "./files.ts";
import type { Http } from "./http.ts";
import { SourceProblem } from "./problem.ts";

const validators = z.object({
  url: z.string(),
  digest: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});

interface CachedIndex {
  text: string;
  etag: string | undefined;
  lastModified: string | undefined;
}

export interface IndexCacheOptions {
  folder: string;
  http: Http;
  offline: boolean;
  authorize: (url: URL) => string | undefined;
  signal: AbortSignal;
}

/** Largest index that is read: the biggest public one was 15 MB when this was written. */
const largestIndex = 64 * 2 ** 20;

function refusal(status: number, url: URL): SourceProblem {
  const where = describeUrl(url);
  if (status === 401 || status === 403) {
    return new SourceProblem(`${where} answered ${status}`, {
      hint: "give its user name and password in SLIPWAY_REPOSITORY_CREDENTIALS",
    });
  }
  return new SourceProblem(
    status === 404 ? `there is no chart repository at ${where} (404)` : `${where} answered ${status}`,
  );
}

/** Reads indexes through a cache on disk, asking the server only whether they changed. */
export function createIndexCache(options: IndexCacheOptions): (url: URL) => Promise<string> {
  const paths = (url: URL): { index: string; meta: string } => {
    const folder = join(options.folder, createHash("sha256").update(url.href).digest("hex"));
    return { index: join(folder, "index.yaml"), meta: join(folder, "validators.json") };
  };

  async function cached(url: URL): Promise<CachedIndex | undefined> {
    const { index, meta } = paths(url);
    const [bytes, about] = await Promise.all([readIfPresent(index), readIfPresent(meta)]);
    if (!bytes || !about) return undefined;
    try {
      const { digest, etag, lastModified } = validators.parse(JSON.parse(about.toString("utf8")));
      // Index and validators are two files: a run killed between them leaves a pair that does not belong together.
      return digest === sha256(bytes) ? { text: bytes.toString("utf8"), etag, lastModified } : undefined;
    } catch {
      return undefined;
    }
  }

  async function keep(url: URL, body: Uint8Array, headers: Headers): Promise<void> {
    const { index, meta } = paths(url);
    const etag = headers.get("etag") ?? undefined;
    const lastModified = headers.get("last-modified") ?? undefined;
    await writeAtomically(index, body);
    await writeAtomically(meta, JSON.stringify({ url: describeUrl(url), digest: sha256(body), etag, lastModified }));
  }

  return async (url) => {
    const known = await cached(url);
    if (options.offline) {
      if (known) return known.text;
      throw new SourceProblem(`${describeUrl(url)} was never read here, and this run is offline`);
    }
    const headers: Record<string, string> = {};
    if (known?.etag !== undefined) headers["if-none-match"] = known.etag;
    if (known?.lastModified !== undefined) headers["if-modified-since"] = known.lastModified;
    const request = {
      url,
      headers,
      authorization: options.authorize(url),
      maxBytes: largestIndex,
      signal: options.signal,
    };
    const response = await options.http(request);
    if (response.status === 304 && known) return known.text;
    if (response.status !== 200) throw refusal(response.status, url);
    await keep(url, response.body, response.headers);
    return Buffer.from(response.body).toString("utf8");
  };
}
