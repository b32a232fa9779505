import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { chartArchive, hexDigest } from "./chart-archive.ts";
import { startChartRepository } from "./chart-repository.ts";
import type { Interceptor } from "./chart-repository.ts";
import { startServer } from "./loopback-server.ts";
import { observedSources, scratchFolder } from "./scratch.ts";

const charts = [{ name: "web", version: "1.0.0" }];
const archive = chartArchive("web", "1.0.0");
const id = `sha256:${hexDigest(archive)}`;

/** Answers the first requests for the archive as told, later ones as usual. */
function firstArchiveAnswers(...answers: ((response: Parameters<Interceptor>[1]) => void)[]): Interceptor {
  return (request, response) => {
    const answer = request.path.endsWith(".tgz") ? answers.shift() : undefined;
    answer?.(response);
    return answer !== undefined;
  };
}

describe("retries", () => {
  it("wait as long as a 429 or 503 asks", async () => {
    await using scratch = await scratchFolder();
    const intercept = firstArchiveAnswers(
      (response) => response.writeHead(429, { "retry-after": "7" }).end(),
      (response) => response.writeHead(503).end(),
    );
    await using server = await startChartRepository({ charts, intercept });
    const { sources, waits, events } = observedSources(scratch.folder);
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({ id });
    expect(waits).toEqual([7000, 1000]);
    expect(events.filter(({ kind }) => kind === "retrying")).toMatchObject([
      { reason: `${server.url}/web-1.0.0.tgz answered 429`, milliseconds: 7000 },
      { reason: `${server.url}/web-1.0.0.tgz answered 503` },
    ]);
  });

  it("follow a connection that is reset and an archive that is cut off", async () => {
    await using scratch = await scratchFolder();
    const intercept = firstArchiveAnswers(
      (response) => response.socket?.resetAndDestroy(),
      (response) => {
        response.writeHead(200, { "content-length": archive.length });
        response.write(archive.subarray(0, 100), () => response.socket?.destroy());
      },
    );
    await using server = await startChartRepository({ charts, intercept });
    const { sources, events } = observedSources(scratch.folder);
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({ id });
    expect(events.filter(({ kind }) => kind === "retrying")).toMatchObject([
      { reason: expect.stringContaining("could not be read") },
      { reason: expect.stringContaining(`broke off after 100 of ${archive.length} bytes`) },
    ]);
  });

  it("end with the reason", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({
      charts,
      intercept: (_, response) => response.writeHead(500).end() !== undefined,
    });
    const { sources, waits } = observedSources(scratch.folder);
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({
      unavailable: `${server.url}/index.yaml answered 500`,
      rule: "sources/unavailable",
    });
    expect(waits).toHaveLength(3);
  });

  it("are not made for what will not change: a closed port, a 404", async () => {
    await using scratch = await scratchFolder();
    const server = await startChartRepository({ charts });
    const { sources, waits } = observedSources(scratch.folder);
    expect(await sources.chart({ repository: `${server.url}/nowhere`, chart: "absent", version: "" })).toMatchObject({
      unavailable: expect.stringContaining('has no chart "absent"'),
    });
    await server[Symbol.asyncDispose]();
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({
      unavailable: expect.stringMatching(/index\.yaml could not be read: .*ECONNREFUSED/),
    });
    expect(waits).toEqual([]);
  });
});

describe("archives", () => {
  it("that end too early without a length are found damaged", async () => {
    await using scratch = await scratchFolder();
    const intercept = firstArchiveAnswers((response) =>
      response.writeHead(200).end(archive.subarray(0, archive.length - 9)),
    );
    await using server = await startChartRepository({ charts, intercept });
    expect(
      await observedSources(scratch.folder).sources.chart({ repository: server.url, chart: "web", version: "" }),
    ).toMatchObject({
      unavailable: expect.stringContaining("is damaged or cut off"),
    });
  });

  it("over 20 MiB are not read", async () => {
    await using scratch = await scratchFolder();
    const megabyte = Buffer.alloc(2 ** 20);
    let sent = 0;
    const intercept = firstArchiveAnswers((response) => {
      const more = (): void => {
        sent += 1;
        if (sent > 64) response.end();
        else response.write(megabyte, () => setImmediate(more));
      };
      more();
    });
    await using server = await startChartRepository({ charts, intercept });
    expect(
      await observedSources(scratch.folder).sources.chart({ repository: server.url, chart: "web", version: "" }),
    ).toMatchObject({
      unavailable: `${server.url}/web-1.0.0.tgz is larger than the 20 MiB that are read`,
    });
    expect(sent).toBeLessThan(64);
  });
});

describe("time", () => {
  it("is limited per attempt", async () => {
    await using scratch = await scratchFolder();
    await using server = await startServer(() => undefined);
    const { sources } = observedSources(scratch.folder, { timeouts: { http: 100 } });
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({
      unavailable: `${server.url}/index.yaml did not answer within 0.1 s`,
    });
  });

  it("ends for all when the run is cancelled", async () => {
    await using scratch = await scratchFolder();
    await using server = await startServer(() => undefined);
    const controller = new AbortController();
    const { sources } = observedSources(scratch.folder, { signal: controller.signal });
    const cancel = async (): Promise<void> => {
      while (server.seen.length === 0) await delay(5);
      controller.abort(new Error("stop"));
    };
    const asked = sources.chart({ repository: server.url, chart: "web", version: "" });
    await Promise.all([expect(asked).rejects.toThrow("stop"), cancel()]);
  });
});
