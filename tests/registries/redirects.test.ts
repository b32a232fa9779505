import { describe, expect, it } from "vitest";
import { chartArchive, hexDigest } from "./chart-archive.ts";
import { startChartRepository } from "./chart-repository.ts";
import type { Interceptor } from "./chart-repository.ts";
import { startServer } from "./loopback-server.ts";
import { observedSources, scratchFolder } from "./scratch.ts";

const charts = [{ name: "web", version: "1.0.0" }];
const archive = chartArchive("web", "1.0.0");
const id = `sha256:${hexDigest(archive)}`;
const login = { username: "robot", password: "hunter2hunter2" };

describe("redirects and credentials", () => {
  it("stay together on one host and part on the way to another", async () => {
    await using scratch = await scratchFolder();
    await using elsewhere = await startServer((_, response) => response.writeHead(200).end(archive));
    const intercept: Interceptor = ({ path }, response) => {
      const target =
        path === "/web-1.0.0.tgz"
          ? "/moved/web-1.0.0.tgz"
          : path === "/moved/web-1.0.0.tgz"
            ? elsewhere.url
            : undefined;
      if (target !== undefined) response.writeHead(302, { location: target }).end();
      return target !== undefined;
    };
    await using server = await startChartRepository({ charts, basicAuth: login, intercept });
    const { sources } = observedSources(scratch.folder, { credentials: [{ url: server.url, ...login }] });
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({ id });
    expect(server.seen.map(({ authorization }) => authorization !== undefined)).toEqual([true, true, true]);
    expect(elsewhere.seen.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it("are not sent to another host the index points to", async () => {
    await using scratch = await scratchFolder();
    await using elsewhere = await startServer((_, response) => response.writeHead(200).end(archive));
    await using server = await startChartRepository({
      charts: [{ name: "web", version: "1.0.0", url: `${elsewhere.url}/web.tgz` }],
      basicAuth: login,
    });
    const { sources } = observedSources(scratch.folder, { credentials: [{ url: server.url, ...login }] });
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({ id });
    expect(elsewhere.seen.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it("say where credentials go when they are missing, and never what they are", async () => {
    await using scratch = await scratchFolder();
    await using server = await startChartRepository({ charts, basicAuth: login });
    const wrong = { url: server.url, username: "robot", password: "not-the-one" };
    for (const credentials of [[], [wrong]]) {
      const found = await observedSources(scratch.folder, { credentials }).sources.chart({
        repository: server.url,
        chart: "web",
        version: "",
      });
      expect(found).toEqual({
        unavailable: `${server.url}/index.yaml answered 401`,
        rule: "sources/unavailable",
        hint: "give its user name and password in SLIPWAY_REPOSITORY_CREDENTIALS",
      });
    }
  });

  it("end after five", async () => {
    await using scratch = await scratchFolder();
    await using server = await startServer(({ path }, response) =>
      response.writeHead(302, { location: `${path}x` }).end(),
    );
    const found = await observedSources(scratch.folder).sources.chart({
      repository: server.url,
      chart: "web",
      version: "",
    });
    expect(found).toMatchObject({ unavailable: `${server.url}/index.yaml redirects more than 5 times` });
    expect(server.seen).toHaveLength(6);
  });

  it("never lead to anything but http(s)", async () => {
    await using scratch = await scratchFolder();
    await using server = await startServer((_, response) =>
      response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    );
    const found = await observedSources(scratch.folder).sources.chart({
      repository: server.url,
      chart: "web",
      version: "",
    });
    expect(found).toMatchObject({ unavailable: expect.stringContaining("to an address that is not http(s)") });
  });
});
