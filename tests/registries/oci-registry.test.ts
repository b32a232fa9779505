import { describe, expect, it } from "vitest";
import { chartArchive, hexDigest, tar } from "./chart-archive.ts";
import { startChartRepository } from "./chart-repository.ts";
import { startServer } from "./loopback-server.ts";
import { startOciRegistry } from "./oci-registry.ts";
import { observedSources, scratchFolder } from "./scratch.ts";

const repository = "charts/web";
const tags = ["1.0.0", "1.1.0", "1.2.0_build.5", "2.0.0-rc.1", "v1.3.0", "latest"];
const artifacts = tags.map((tag) => ({ repository, tag, archive: chartArchive("web", tag.replace("_", "+")) }));
const idOf = (version: string): string => `sha256:${hexDigest(chartArchive("web", version))}`;
const login = { username: "robot", password: "hunter2hunter2" };

describe("a chart from an OCI registry", () => {
  it.each([
    ["1.1.0", "1.1.0"],
    ["1.2.0+build.5", "1.2.0+build.5"],
    ["~1.2", "1.2.0+build.5"],
    ["<1.3", "1.2.0+build.5"],
    ["", "v1.3.0"],
    [">=2.0.0-0", "2.0.0-rc.1"],
    ["latest", "latest"],
  ])("is found for version %j", async (wanted, version) => {
    await using scratch = await scratchFolder();
    await using server = await startOciRegistry({ artifacts, pageSize: 2 });
    const { sources } = observedSources(scratch.folder);
    expect(
      await sources.chart({ repository: `oci://${server.host}/charts`, chart: "web", version: wanted }),
    ).toMatchObject({
      version,
      id: idOf(version),
      contents: "chart",
    });
  });

  it("is found the way Argo CD declares it: without scheme, or as the whole address", async () => {
    await using scratch = await scratchFolder();
    await using server = await startOciRegistry({ artifacts });
    const { sources } = observedSources(scratch.folder);
    const id = idOf("1.0.0");
    expect(await sources.chart({ repository: `${server.host}/charts`, chart: "web", version: "1.0.0" })).toMatchObject({
      id,
    });
    expect(
      await sources.chart({ repository: `oci://${server.host}/charts/web`, chart: "", version: "1.0.0" }),
    ).toMatchObject({
      id,
      contents: "chart",
    });
  });

  it("is not looked for on the server that a list of tags points to", async () => {
    await using scratch = await scratchFolder();
    await using elsewhere = await startServer((_, response) => response.end('{"tags":["9.0.0"]}'));
    await using server = await startOciRegistry({ artifacts, pageSize: 2, nextHost: elsewhere.url });
    const { sources } = observedSources(scratch.folder);
    expect(
      await sources.chart({ repository: `oci://${server.host}/charts`, chart: "web", version: "^1" }),
    ).toMatchObject({
      version: "1.1.0",
    });
    expect(elsewhere.seen).toEqual([]);
  });

  it("may be what the index of an HTTP repository points to", async () => {
    await using scratch = await scratchFolder();
    await using registry = await startOciRegistry({ artifacts });
    const url = `oci://${registry.host}/charts/web:1.2.0_build.5`;
    const archive = chartArchive("web", "1.2.0+build.5");
    await using server = await startChartRepository({
      charts: [{ name: "web", version: "1.2.0+build.5", url, archive }],
    });
    const { sources } = observedSources(scratch.folder);
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({
      id: idOf("1.2.0+build.5"),
    });
  });

  it("may hold plain files instead of a chart", async () => {
    await using scratch = await scratchFolder();
    const files = {
      configType: "application/vnd.oci.empty.v1+json",
      layerType: "application/vnd.oci.image.layer.v1.tar+gzip",
    };
    const artifact = { repository: "org/manifests", tag: "latest", archive: chartArchive("x", "1.0.0"), ...files };
    await using server = await startOciRegistry({ artifacts: [artifact] });
    const { sources } = observedSources(scratch.folder);
    const ref = { repository: `oci://${server.host}/org/manifests`, chart: "", version: "latest" };
    expect(await sources.chart(ref)).toMatchObject({ contents: "files", version: "latest" });
    expect(await sources.resolver.chart(ref)).toMatchObject({ contents: "files", resolved: "latest" });
  });

  it("may hold a tar without gzip, of one of the types that Argo CD allows", async () => {
    await using scratch = await scratchFolder();
    const artifact = (tag: string, layerType: string, archive: Uint8Array) => ({
      repository: "org/manifests",
      tag,
      archive,
      configType: "application/vnd.oci.empty.v1+json",
      layerType,
    });
    const plain = "application/vnd.oci.image.layer.v1.tar";
    await using server = await startOciRegistry({
      artifacts: [
        artifact("plain", plain, tar({ "cm.yaml": "a: b\n" })),
        artifact("web-page", plain, Buffer.from("<html>".padEnd(1024))),
        artifact("other", "application/x-tar+gzip", chartArchive("x", "1.0.0")),
        artifact("text", "text/plain", Buffer.from("x")),
      ],
    });
    const { sources } = observedSources(scratch.folder);
    const ask = async (version: string): Promise<unknown> =>
      sources.chart({ repository: `oci://${server.host}/org/manifests`, chart: "", version });
    const unavailable = (text: string): object => ({ unavailable: expect.stringContaining(text) });
    expect(await ask("plain")).toMatchObject({ contents: "files", version: "plain" });
    expect(await ask("web-page")).toMatchObject(unavailable("is no tar archive: it is a web page"));
    expect(await ask("other")).toMatchObject(unavailable("type application/x-tar+gzip, which is not one that Argo CD"));
    expect(await ask("text")).toMatchObject(unavailable("has 0 tar archives among its layers, not one (text/plain)"));
  });

  it("is named with what there is when it is not there", async () => {
    await using scratch = await scratchFolder();
    await using server = await startOciRegistry({ artifacts });
    const { sources } = observedSources(scratch.folder);
    const ask = async (version: string): Promise<unknown> =>
      sources.chart({ repository: `oci://${server.host}/charts`, chart: "web", version });
    const name = `oci://${server.host}/${repository}`;
    expect(await ask("9.9.9")).toMatchObject({ unavailable: `${name} has no version 9.9.9` });
    expect(await ask("^9")).toMatchObject({
      unavailable: expect.stringContaining(`${name}: no version satisfies "^9"`),
    });
  });

  it("is refused when a blob is not what its manifest says", async () => {
    await using scratch = await scratchFolder();
    const corrupt = (): Uint8Array => chartArchive("web", "6.6.6");
    await using server = await startOciRegistry({ artifacts, corrupt });
    const { sources } = observedSources(scratch.folder);
    expect(
      await sources.chart({ repository: `oci://${server.host}/charts`, chart: "web", version: "1.0.0" }),
    ).toMatchObject({
      rule: "sources/digest-mismatch",
      unavailable: expect.stringContaining(`its manifest says ${idOf("1.0.0")}`),
    });
  });
});

describe("authentication at an OCI registry", () => {
  it("gets a token for pulling this one repository and keeps it for the next requests", async () => {
    await using scratch = await scratchFolder();
    await using auth = await startServer(({ path }, response) => {
      const scope = new URL(path, "http://auth").searchParams.get("scope") ?? "";
      response.end(JSON.stringify({ token: `token-for-${scope.split(":")[1]}` }));
    });
    await using server = await startOciRegistry({ artifacts, realm: () => `${auth.url}/token?account=x` });
    const credentials = [{ url: `oci://${server.host}`, ...login }];
    const { sources } = observedSources(scratch.folder, { credentials });
    expect(
      await sources.chart({ repository: `oci://${server.host}/charts`, chart: "web", version: "~1.1" }),
    ).toMatchObject({
      id: idOf("1.1.0"),
    });
    expect(auth.seen).toHaveLength(1);
    expect(auth.seen[0]?.path).toBe("/token?account=x&service=tests&scope=repository%3Acharts%2Fweb%3Apull");
    expect(auth.seen[0]?.authorization).toMatch(/^Basic /);
    expect(server.seen.map(({ authorization }) => authorization)).toEqual([
      undefined,
      ...Array(3).fill("Bearer token-for-charts/web"),
    ]);
  });

  it("goes without credentials where anonymous tokens are given", async () => {
    await using scratch = await scratchFolder();
    await using auth = await startServer((_, response) => response.end('{"access_token":"token-for-charts/web"}'));
    await using server = await startOciRegistry({ artifacts, realm: () => auth.url });
    const { sources } = observedSources(scratch.folder);
    expect(
      await sources.chart({ repository: `oci://${server.host}/charts`, chart: "web", version: "1.0.0" }),
    ).toMatchObject({
      id: idOf("1.0.0"),
    });
    expect(auth.seen[0]?.authorization).toBeUndefined();
  });

  it("says what is wrong with wrong or missing credentials, and never what they are", async () => {
    await using scratch = await scratchFolder();
    await using server = await startOciRegistry({ artifacts, basicAuth: login });
    const ask = async (password: string | undefined): Promise<unknown> => {
      const credentials = password === undefined ? [] : [{ url: server.host, username: "robot", password }];
      const { sources } = observedSources(scratch.folder, { credentials });
      return sources.chart({ repository: `oci://${server.host}/charts`, chart: "web", version: "1.0.0" });
    };
    expect(await ask(undefined)).toMatchObject({ unavailable: `${server.host}/${repository} asks for credentials` });
    expect(await ask("wrong-password")).toMatchObject({
      unavailable: `oci://${server.host}/${repository} refuses the credentials it was given (401)`,
    });
    expect(await ask(login.password)).toMatchObject({ id: idOf("1.0.0") });
  });

  it("ends at the host that a blob is redirected to, and the signed address stays secret", async () => {
    await using scratch = await scratchFolder();
    let healthy = true;
    await using storage = await startServer((_, response) =>
      healthy ? response.end(chartArchive("web", "1.0.0")) : response.writeHead(403).end(),
    );
    await using server = await startOciRegistry({ artifacts, basicAuth: login, blobHost: () => storage.url });
    const credentials = [{ url: server.host, ...login }];
    const ask = async (version: string): Promise<unknown> =>
      observedSources(scratch.folder, { credentials }).sources.chart({
        repository: `oci://${server.host}/charts`,
        chart: "web",
        version,
      });
    expect(await ask("1.0.0")).toMatchObject({ id: idOf("1.0.0") });
    expect(storage.seen).toMatchObject([{ authorization: undefined, path: expect.stringContaining("signature=") }]);
    healthy = false;
    const failed = await ask("1.1.0");
    expect(failed).toMatchObject({ unavailable: expect.stringContaining("answered 403") });
    expect(JSON.stringify(failed)).not.toContain("s3cret");
  });
});
