import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { emptyLock, planLock } from "../../src/gitops/sources.ts";
import { chartArchive, hexDigest } from "./chart-archive.ts";
import { startChartRepository } from "./chart-repository.ts";
import { observedSources, scratchFolder } from "./scratch.ts";

const versions = ["2.0.0-rc.1", "1.10.0", "1.9.1", "1.9.0"];
const charts = versions.map((version) => ({ name: "web", version }));
const archive = chartArchive("web", "1.9.1");
const id = `sha256:${hexDigest(archive)}`;

describe("a chart from an HTTP repository", () => {
  it("is resolved, fetched and kept under its digest", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({ charts });
    const { sources, events } = observedSources(scratch.folder);
    const found = await sources.chart({ repository: server.url, chart: "web", version: "~1.9" });
    expect(found).toMatchObject({ version: "1.9.1", id, locked: false, contents: "chart" });
    expect("file" in found && hexDigest(await readFile(found.file))).toBe(hexDigest(archive));
    expect(events.map(({ kind }) => kind)).toEqual(["started", "finished"]);
    expect(server.seen.map(({ path }) => path)).toEqual(["/index.yaml", "/web-1.9.1.tgz"]);
  });

  it("is fetched once for all who ask in a run, and its index once for all charts", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({ charts: [...charts, { name: "worker", version: "1.0.0" }] });
    const { sources } = observedSources(scratch.folder);
    const ask = async (chart: string): Promise<unknown> =>
      sources.chart({ repository: server.url, chart, version: "" });
    await Promise.all([ask("web"), ask("web"), ask("worker"), ask("web")]);
    expect(server.seen.map(({ path }) => path).toSorted()).toEqual([
      "/index.yaml",
      "/web-1.10.0.tgz",
      "/worker-1.0.0.tgz",
    ]);
  });

  it("costs a later run one conditional request", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({ charts });
    const ref = { repository: server.url, chart: "web", version: "1.9.1" };
    await observedSources(scratch.folder).sources.chart(ref);
    server.seen.length = 0;
    expect(await observedSources(scratch.folder).sources.chart(ref)).toMatchObject({ id });
    expect(server.seen.map(({ path, headers }) => [path, headers["if-none-match"]])).toEqual([
      ["/index.yaml", expect.stringMatching(/^"/)],
    ]);
  });

  it("is fetched again when the cached file was changed", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({ charts });
    const ref = { repository: server.url, chart: "web", version: "1.9.1" };
    const first = await observedSources(scratch.folder).sources.chart(ref);
    if (!("file" in first)) throw new Error(first.unavailable);
    await writeFile(first.file, chartArchive("web", "6.6.6"));
    expect(await observedSources(scratch.folder).sources.chart(ref)).toMatchObject({ id });
    expect(hexDigest(await readFile(first.file))).toBe(hexDigest(archive));
  });

  it("is refused when its digest is not the index's", async () => {
    await using scratch = await scratchFolder();
    const promised = "0".repeat(64);
    await using server = await startChartRepository({ charts: [{ name: "web", version: "1.9.1", digest: promised }] });
    const found = await observedSources(scratch.folder).sources.chart({
      repository: server.url,
      chart: "web",
      version: "",
    });
    expect(found).toMatchObject({
      rule: "sources/digest-mismatch",
      unavailable: expect.stringContaining(`has digest ${id}, but its repository says sha256:${promised}`),
    });
  });

  it("says which versions there are when none fits", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({ charts });
    const found = await observedSources(scratch.folder).sources.chart({
      repository: server.url,
      chart: "web",
      version: "^3",
    });
    expect(found).toMatchObject({
      unavailable: `chart web in ${server.url}/: no version satisfies "^3"; its newest versions are 2.0.0-rc.1, 1.10.0, 1.9.1, 1.9.0`,
    });
  });
});

describe("a locked chart", () => {
  const lockFor = async (repository: string, version: string, folder: string): Promise<typeof emptyLock> => {
    const { resolver } = observedSources(folder).sources;
    const needed = { charts: [{ repository, chart: "web", version }], git: [], files: [] };
    return (await planLock(emptyLock, needed, resolver, { update: false })).lock;
  };

  it("needs no network once it is in the cache", async () => {
    await using scratch = await scratchFolder();
    const server = await startChartRepository({ charts });
    const lock = await lockFor(server.url, "~1.9", scratch.folder);
    await server[Symbol.asyncDispose]();
    const { sources } = observedSources(scratch.folder, { lock, offline: true });
    expect(await sources.chart({ repository: `${server.url}/`, chart: "web", version: "~1.9" })).toMatchObject({
      version: "1.9.1",
      id,
      locked: true,
    });
  });

  it("stays at its version when the repository moves on", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({ charts });
    const digest = `sha256:${hexDigest(chartArchive("web", "1.9.0"))}`;
    const ref = { repository: server.url, chart: "web", version: "~1.9.0" };
    const lock = { ...emptyLock, charts: [{ ...ref, resolved: "1.9.0", digest }] };
    const { sources } = observedSources(scratch.folder, { lock });
    expect(await sources.chart(ref)).toMatchObject({ version: "1.9.0", id: digest });
  });

  it("is refused when its archive was replaced, with both digests and what to do", async () => {
    await using scratch = await scratchFolder();
    const replaced = chartArchive("web", "1.9.1", { "templates/evil.yaml": "kind: Pod\n" });
    await using server = await startChartRepository({ charts: [{ name: "web", version: "1.9.1", archive: replaced }] });
    const ref = { repository: server.url, chart: "web", version: "1.9.1" };
    const lock = { ...emptyLock, charts: [{ ...ref, resolved: "1.9.1", digest: id }] };
    const { sources } = observedSources(scratch.folder, { lock });
    expect(await sources.chart(ref)).toEqual({
      rule: "sources/digest-mismatch",
      unavailable: `web 1.9.1 from ${server.url} has digest sha256:${hexDigest(replaced)}, but the lock file says ${id}`,
      hint: expect.stringContaining('"slipway lock --update"'),
    });
  });
});

describe("offline", () => {
  it("says what is missing, without touching the network", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({ charts });
    const { sources } = observedSources(scratch.folder, { offline: true });
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toEqual({
      rule: "sources/unavailable",
      unavailable: `${server.url}/index.yaml was never read here, and this run is offline`,
    });
    expect(server.seen).toEqual([]);
  });

  it("serves an unlocked chart from what is cached", async () => {
    await using scratch = await scratchFolder();
    const server = await startChartRepository({ charts });
    const ref = { repository: server.url, chart: "web", version: "~1.9" };
    await observedSources(scratch.folder).sources.chart(ref);
    await server[Symbol.asyncDispose]();
    const { sources } = observedSources(scratch.folder, { offline: true });
    expect(await sources.chart(ref)).toMatchObject({ id, locked: false });
    expect(await sources.chart({ ...ref, version: "1.10.0" })).toMatchObject({
      unavailable: "the archive of web 1.10.0 is not cached, and this run is offline",
    });
  });
});
