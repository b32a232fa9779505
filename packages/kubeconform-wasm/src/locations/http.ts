import { createHash } from "node:crypto";
import type { SchemaDocument, SchemaLocation, SchemaQuery } from "./location.ts";
import { parseTemplate } from "./template.ts";

/** What a URL answered: plain data, so that it can be fetched where there is a network and used where there is none. */
export type FetchedSchema = { text: string } | { missing: true } | { failed: string };
export type FetchedSchemas = ReadonlyMap<string, FetchedSchema>;
/** The part of `fetch` that is used; retries, proxies and time limits are the caller's. */
export type Fetch = (url: string) => Promise<{ status: number; text(): Promise<string> }>;

export const isHttp = (location: string): boolean => location.startsWith("http");

/** A `--schema-location` that is a URL. Everything it needs has been fetched before (fetchSchemas). */
export function httpLocation(template: string, fetched: FetchedSchemas): SchemaLocation {
  const urlOf = parseTemplate(template);
  const open = (url: string): SchemaDocument | undefined => {
    const answer = fetched.get(url);
    if (!answer) throw new Error(`schema ${url} was not fetched beforehand`);
    if ("failed" in answer) throw new Error(answer.failed);
    return "text" in answer ? { url, text: answer.text, tolerant: true } : undefined;
  };
  const digest = createHash("sha256").update(JSON.stringify([template, [...fetched]]));
  return { id: `http-${digest.digest("hex").slice(0, 16)}`, find: (query) => open(urlOf(query)), document: open };
}

/**
 * Fetches the schemas of `queries` from URL templates, and what they refer to; every URL once. Failures are kept as answers,
 * in kubeconform's words.
 */
export async function fetchSchemas(
  templates: readonly string[],
  queries: readonly SchemaQuery[],
  fetch: Fetch,
): Promise<Map<string, FetchedSchema>> {
  const fetched = new Map<string, FetchedSchema>();
  const locations = templates.filter(isHttp).map(parseTemplate);
  let wanted = new Set(locations.flatMap((urlOf) => queries.map(urlOf)));
  while (wanted.size > 0) {
    const answers = await inChunks([...wanted], 8, async (url) => [url, await fetchOne(url, fetch)] as const);
    for (const [url, answer] of answers) fetched.set(url, answer);
    const referred = answers.flatMap(([url, answer]) => ("text" in answer ? references(answer.text, url) : []));
    wanted = new Set(referred.filter((url) => !fetched.has(url)));
  }
  return fetched;
}

async function fetchOne(url: string, fetch: Fetch): Promise<FetchedSchema> {
  try {
    const response = await fetch(url);
    if (response.status === 404) return { missing: true };
    if (response.status !== 200) {
      return { failed: `error while downloading schema at ${url} - received HTTP status ${response.status}` };
    }
    return { text: await response.text() };
  } catch (cause) {
    return { failed: `failed downloading schema at ${url}: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

function references(text: string, base: string): string[] {
  const found = new Set<string>();
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (key === "$ref" && typeof value === "string" && !value.startsWith("#")) {
        found.add((URL.parse(value, base)?.href ?? base).replace(/#.*$/, ""));
      }
      return value;
    });
  } catch {
    return []; // not JSON: the location passes it on as it is, and kubeconform goes to the next
  }
  return [...found].filter((url) => isHttp(url) && url !== base);
}

async function inChunks<T, R>(items: readonly T[], size: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += size)
    results.push(...(await Promise.all(items.slice(at, at + size).map(run))));
  return results;
}
