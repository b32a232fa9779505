import { writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emptyLock } from "../../src/gitops/sources.ts";
import type { FetchedFile, Unavailable } from "../../src/gitops/sources.ts";
import { hexDigest } from "./chart-archive.ts";
import { startServer } from "./loopback-server.ts";
import type { LoopbackServer } from "./loopback-server.ts";
import { observedSources, scratchFolder } from "./scratch.ts";

const text = "replicas: 2\n";
const id = `sha256:${hexDigest(Buffer.from(text))}` as const;
const login = { username: "robot", password: "hunter2hunter2" };

async function valueServer(current: { text: string }): Promise<LoopbackServer> {
  return startServer(({ path, headers }, response) => {
    if (!path.startsWith("/values.yaml")) return void response.writeHead(404).end();
    const etag = `"${hexDigest(Buffer.from(current.text))}"`;
    const same = headers["if-none-match"] === etag;
    response.writeHead(same ? 304 : 200, { etag }).end(same ? undefined : current.text);
  });
}

const contentOf = (found: FetchedFile | Unavailable): string =>
  "unavailable" in found ? found.unavailable : readFileSync(found.file, "utf8");

describe("a value file at an address", () => {
  it("is fetched once in a run, without anybody's credentials, and asked for changes in the next", async () => {
    await using scratch = await scratchFolder();
    await using server = await valueServer({ text });
    const url = `${server.url}/values.yaml?branch=main`;
    const credentials = [{ url: server.url, ...login }];
    const { sources, events } = observedSources(scratch.folder, { credentials });
    const [found, again] = await Promise.all([sources.file(url), sources.file(url)]);
    expect(found).toMatchObject({ id, locked: false });
    expect(again).toEqual(found);
    expect(contentOf(found)).toBe(text);
    expect(JSON.stringify(events)).not.toContain("branch");
    const next = observedSources(scratch.folder, { credentials }).sources;
    expect(await next.file(url)).toMatchObject({ id });
    expect(server.seen.map(({ headers }) => headers["if-none-match"] === undefined)).toEqual([true, false]);
    expect(server.seen.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  });

  it("comes from the cache without a network, and says so when it is not there", async () => {
    await using scratch = await scratchFolder();
    await using server = await valueServer({ text });
    const url = `${server.url}/values.yaml`;
    await observedSources(scratch.folder).sources.file(url);
    const { sources } = observedSources(scratch.folder, { offline: true });
    expect(await sources.file(url)).toMatchObject({ id });
    expect(await sources.file(`${url}?other`)).toMatchObject({
      unavailable: `${url} was never read here, and this run is offline`,
    });
  });

  it("is what the lock file pins, or is refused", async () => {
    await using scratch = await scratchFolder();
    const current = { text };
    await using server = await valueServer(current);
    const url = `${server.url}/values.yaml`;
    const lock = { ...emptyLock, files: [{ url, digest: id }] };
    const first = await observedSources(scratch.folder, { lock }).sources.file(url);
    expect(first).toMatchObject({ id, locked: true });
    current.text = "replicas: 3\n";
    const asked = server.seen.length;
    const { sources } = observedSources(scratch.folder, { lock });
    expect(await sources.file(url)).toEqual(first);
    expect(server.seen).toHaveLength(asked);
    expect(await sources.resolver.file({ url })).toEqual({ digest: `sha256:${hexDigest(Buffer.from(current.text))}` });
    await using other = await scratchFolder();
    expect(await observedSources(other.folder, { lock }).sources.file(url)).toMatchObject({
      rule: "sources/digest-mismatch",
      unavailable: expect.stringContaining(`but the lock file says ${id}`),
    });
  });

  it("is fetched again when the kept one was changed", async () => {
    await using scratch = await scratchFolder();
    await using server = await valueServer({ text });
    const url = `${server.url}/values.yaml`;
    const lock = { ...emptyLock, files: [{ url, digest: id }] };
    const first = await observedSources(scratch.folder, { lock }).sources.file(url);
    if ("unavailable" in first) throw new Error(first.unavailable);
    await writeFile(first.file, "replicas: 666\n");
    expect(contentOf(await observedSources(scratch.folder, { lock }).sources.file(url))).toBe(text);
  });

  it.each([
    ["ftp://example.com/values.yaml", "is no https or http address"],
    ["https://user:hunter2@example.com/values.yaml", "carries a password"],
    ["http://169.254.169.254/latest/user-data", "which is never asked"],
  ])("is not fetched from %s", async (url, reason) => {
    await using scratch = await scratchFolder();
    const fetched = await observedSources(scratch.folder, {
      fetch: () => Promise.reject(new Error("asked")),
    }).sources.file(url);
    expect(fetched).toMatchObject({ unavailable: expect.stringContaining(reason) });
    expect(JSON.stringify(fetched)).not.toContain("hunter2");
  });

  it("may not be absent or larger than 10 MiB", async () => {
    await using scratch = await scratchFolder();
    await using server = await valueServer({ text: "#".repeat(10 * 2 ** 20 + 1) });
    const { sources } = observedSources(scratch.folder);
    expect(await sources.file(`${server.url}/values.yaml`)).toMatchObject({
      unavailable: `${server.url}/values.yaml is larger than the 10 MiB that are read`,
    });
    expect(await sources.file(`${server.url}/absent.yaml`)).toMatchObject({
      unavailable: `there is no file at ${server.url}/absent.yaml (404)`,
    });
  });
});
