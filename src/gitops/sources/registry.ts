import { registryBase } from "./address.ts";
import { parseDigest, sha256 } from "./digest.ts";
import type { Http, HttpResponse } from "./http.ts";
import { SourceProblem } from "./problem.ts";
import { answerChallenge, parseChallenge } from "./registry-auth.ts";
import { contentLayer, manifestTypes, readManifest, readTags } from "./registry-manifest.ts";
import type { Layer } from "./registry-manifest.ts";

export interface RegistryOptions {
  http: Http;
  /** Basic authorization for a repository, if there are credentials. */
  authorize: (repository: URL) => string | undefined;
  signal: AbortSignal;
}

/** Reads one repository of an OCI registry through the distribution API, version 2. */
export interface RegistryRepository {
  /** All tags as published. */
  tags(): Promise<string[]>;
  /** The layer that holds the chart or files, by tag or digest; `undefined` when there is no such tag. */
  layer(reference: string): Promise<Layer | undefined>;
  blob(layer: Layer, maxBytes: number): Promise<Uint8Array>;
}

const largestManifest = 4 * 2 ** 20;
const mostTagPages = 200;
const mostManifests = 3;

/** The next page of a list (RFC 8288), on the same server only. */
function nextPage(response: HttpResponse, from: URL): URL | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(response.headers.get("link") ?? "")?.[1];
  const url = target === undefined ? undefined : URL.parse(target, from.href);
  return url && url.origin === from.origin ? url : undefined;
}

export function openRegistry(registry: string, repository: string, options: RegistryOptions): RegistryRepository {
  const base = registryBase(registry);
  const name = `oci://${registry}/${repository}`;
  let authorization: Promise<string> | undefined;

  async function get(url: URL, maxBytes: number, accept?: string): Promise<HttpResponse> {
    const headers = { "accept-encoding": "identity", ...(accept === undefined ? {} : { accept }) };
    const request = { url, headers, maxBytes, signal: options.signal };
    const first = await options.http({ ...request, authorization: await authorization });
    // A challenge from where the registry redirects to is not the registry's.
    if (first.status !== 401 || first.url.origin !== url.origin) return first;
    authorization = answerChallenge({
      challenge: parseChallenge(first.headers.get("www-authenticate")),
      registry: base,
      repository,
      basic: options.authorize(new URL(`/${repository}`, base)),
      ...options,
    });
    const second = await options.http({ ...request, authorization: await authorization });
    if (second.status !== 401) return second;
    throw new SourceProblem(`${name} refuses the credentials it was given (401)`);
  }

  function expect(response: HttpResponse, what: string): void {
    if (response.status !== 200)
      throw new SourceProblem(`${what} of ${name} cannot be had: ${registry} answered ${response.status}`);
  }

  async function manifest(reference: string): Promise<Uint8Array | undefined> {
    const response = await get(
      new URL(`/v2/${repository}/manifests/${reference}`, base),
      largestManifest,
      manifestTypes,
    );
    if (response.status === 404) return undefined;
    expect(response, `manifest ${reference}`);
    const promised = parseDigest(reference) ?? parseDigest(response.headers.get("docker-content-digest") ?? "");
    const actual = sha256(response.body);
    if (promised !== undefined && promised !== actual) {
      throw new SourceProblem(
        `manifest ${reference} of ${name} has digest ${actual}, but ${registry} says ${promised}`,
        {
          rule: "sources/digest-mismatch",
        },
      );
    }
    return response.body;
  }

  return {
    tags: async () => {
      const tags: string[] = [];
      let url: URL | undefined = new URL(`/v2/${repository}/tags/list`, base);
      for (let page = 0; url && page < mostTagPages; page += 1) {
        const response: HttpResponse = await get(url, largestManifest);
        expect(response, "the list of tags");
        tags.push(...readTags(response.body, name));
        url = nextPage(response, url);
      }
      return tags;
    },
    layer: async (reference) => {
      let next = reference;
      for (let depth = 0; depth < mostManifests; depth += 1) {
        const bytes = await manifest(next);
        if (!bytes) return undefined;
        const read = readManifest(bytes, name);
        if ("layers" in read) return contentLayer(read, name);
        next = read.manifest;
      }
      throw new SourceProblem(`${name} nests its manifests too deeply`);
    },
    blob: async (layer, maxBytes) => {
      const response = await get(new URL(`/v2/${repository}/blobs/${layer.digest}`, base), maxBytes);
      expect(response, `the content ${layer.digest}`);
      const actual = sha256(response.body);
      if (actual === layer.digest) return response.body;
      throw new SourceProblem(`${name} was answered with digest ${actual}, but its manifest says ${layer.digest}`, {
        rule: "sources/digest-mismatch",
        hint: "the registry or something on the way changed the content; do not deploy it",
      });
    },
  };
}
