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

interface CachedDocument {
  bytes: Uint8Array;
  etag: string | undefined;
  lastModified: string | undefined;
}

export interface DocumentCacheOptions {
  folder: string;
  /** Largest document that is read, in bytes. */
  maxBytes: number;
  /** What is missing where the server answers 404: `chart repository`. */
  kind: string;
  http: Http;
  offline: boolean;
  authorize: (url: URL) => string | undefined;
  signal: AbortSignal;
}

function refusal(status: number, url: URL, kind: string): SourceProblem {
  const where = describeUrl(url);
  if (status === 401 || status === 403) {
    return new SourceProblem(`${where} answered ${status}`, {
      hint: "give its user name and password in SLIPWAY_REPOSITORY_CREDENTIALS",
    });
  }
  return new SourceProblem(status === 404 ? `there is no ${kind} at ${where} (404)` : `${where} answered ${status}`);
}

/** Reads documents, such as indexes, through a cache on disk, asking the server only whether they changed. */
export function createDocumentCache(options: DocumentCacheOptions): (url: URL) => Promise<Uint8Array> {
  const paths = (url: URL): { document: string; meta: string } => {
    const folder = join(options.folder, createHash("sha256").update(url.href).digest("hex"));
    return { document: join(folder, "document.yaml"), meta: join(folder, "validators.json") };
  };

  async function cached(url: URL): Promise<CachedDocument | undefined> {
    const { document, meta } = paths(url);
    const [bytes, about] = await Promise.all([readIfPresent(document), readIfPresent(meta)]);
    if (!bytes || !about) return undefined;
    try {
      const { digest, etag, lastModified } = validators.parse(JSON.parse(about.toString("utf8")));
      // Document and validators are two files: a run killed between them leaves a pair that does not belong together.
      return digest === sha256(bytes) ? { bytes, etag, lastModified } : undefined;
    } catch {
      return undefined;
    }
  }

  async function keep(url: URL, body: Uint8Array, headers: Headers): Promise<void> {
    const { document, meta } = paths(url);
    const etag = headers.get("etag") ?? undefined;
    const lastModified = headers.get("last-modified") ?? undefined;
    await writeAtomically(document, body);
    await writeAtomically(meta, JSON.stringify({ url: describeUrl(url), digest: sha256(body), etag, lastModified }));
  }

  return async (url) => {
    const known = await cached(url);
    if (options.offline) {
      if (known) return known.bytes;
      throw new SourceProblem(`${describeUrl(url)} was never read here, and this run is offline`);
    }
    const headers: Record<string, string> = {};
    if (known?.etag !== undefined) headers["if-none-match"] = known.etag;
    if (known?.lastModified !== undefined) headers["if-modified-since"] = known.lastModified;
    const request = {
      url,
      headers,
      authorization: options.authorize(url),
      maxBytes: options.maxBytes,
      signal: options.signal,
    };
    const response = await options.http(request);
    if (response.status === 304 && known) return known.bytes;
    if (response.status !== 200) throw refusal(response.status, url, options.kind);
    await keep(url, response.body, response.headers);
    return response.body;
  };
}
