import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { chartArchive } from "./chart-archive.ts";
import { startChartRepository } from "./chart-repository.ts";
import { startServer } from "./loopback-server.ts";
import { startOciRegistry } from "./oci-registry.ts";
import { observedSources, scratchFolder } from "./scratch.ts";

/** What a pull request of a stranger may name, and what must come of it: a sentence, and no request. */
describe("an address in a manifest", () => {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
  });
  const refuseAll = {
    fetch: async (url: Parameters<typeof fetch>[0]): Promise<Response> => {
      asked.push(String(url));
      throw new Error("a request was made");
    },
    run: async (file: string, args: readonly string[]): Promise<never> => {
      asked.push([file, ...args].join(" "));
      throw new Error("a program was run");
    },
    lookUp: async (host: string): Promise<string[]> => (host === "metadata.example" ? ["169.254.169.254"] : []),
  };

  it.each([
    ["http://169.254.169.254/latest/meta-data", "which is never asked"],
    ["http://[::ffff:169.254.169.254]/", "which is never asked"],
    ["http://metadata.example/", "which is never asked"],
    ["https://0/", "which is never asked"],
    ["oci://169.254.169.254", "which is never asked"],
    ["file:///etc/passwd", "is neither an http(s) nor an oci address"],
    ["ftp://example.com", "is neither an http(s) nor an oci address"],
    ["ext::sh -c touch% /tmp/x", "names no OCI registry"],
    ["--upload-pack=touch", "names no OCI registry"],
    ["@alias", "is not an address that can be fetched"],
    ["javascript:alert(1)", "names no OCI registry"],
    ["https://robot:hunter2@example.com", "carries a password"],
  ])("of a chart is refused: %s", async (repository, reason) => {
    await using scratch = await scratchFolder();
    const { sources } = observedSources(scratch.folder, refuseAll);
    const found = await sources.chart({ repository, chart: "web", version: "1.0.0" });
    expect(found).toMatchObject({ unavailable: expect.stringContaining(reason) });
    expect(JSON.stringify(found)).not.toContain("hunter2");
    expect(asked).toEqual([]);
  });

  it.each([
    ["ext::sh -c touch% /tmp/x", "cannot be fetched"],
    ["--upload-pack=touch /tmp/x", "cannot be fetched"],
    ["-u./payload", "cannot be fetched"],
    ["git://example.com/repo.git", "cannot be fetched"],
    ["file:///etc", "cannot be fetched"],
    ["/etc", "cannot be fetched"],
    ["http://169.254.169.254/repo.git", "cannot be fetched"],
    ["https://169.254.169.254/repo.git", "which is never asked"],
    ["ssh://git@169.254.169.254/repo.git", "which is never asked"],
    ["git@169.254.169.254:repo.git", "which is never asked"],
    ["https://metadata.example/repo.git", "which is never asked"],
    ["ssh://-oProxyCommand=touch/repo", "names no host"],
    ["ssh://-oProxyCommand=touch@host/repo", "names no host"],
    ["https://robot:hunter2@example.com/repo.git", "carries a password"],
  ])("of a repository is refused: %s", async (repoURL, reason) => {
    await using scratch = await scratchFolder();
    const { sources } = observedSources(scratch.folder, refuseAll);
    const found = await sources.git(repoURL, "main");
    expect(found).toMatchObject({ unavailable: expect.stringContaining(reason) });
    expect(JSON.stringify(found)).not.toContain("hunter2");
    expect(asked).toEqual([]);
  });

  it("cannot make its revision an option", async () => {
    await using scratch = await scratchFolder();
    const commands: string[][] = [];
    const { sources } = observedSources(scratch.folder, {
      lookUp: refuseAll.lookUp,
      run: async (_, args) => {
        commands.push([...args]);
        return { code: 0, stdout: "", stderr: "" };
      },
    });
    expect(await sources.git("https://example.com/repo.git", "--upload-pack=touch")).toMatchObject({
      unavailable: expect.stringContaining('no branch, tag or commit "--upload-pack=touch"'),
    });
    expect(commands.map((args) => args.slice(args.indexOf("ls-remote")))).toEqual([
      ["ls-remote", "--", "https://example.com/repo.git"],
    ]);
  });
});

/** The loopback server under a public name, as a hostile one on the internet would be. */
function asPublic(servers: Record<string, string>): {
  fetch: typeof fetch;
  lookUp: (host: string) => Promise<string[]>;
} {
  return {
    fetch: async (input, init) => {
      const url = new URL(String(input));
      const real = servers[url.hostname];
      if (real === undefined) return fetch(url, init);
      return fetch(`${real}${url.pathname}${url.search}`, init);
    },
    lookUp: async () => ["93.184.215.14"],
  };
}

describe("a server on the internet", () => {
  it.each([
    "http://127.0.0.1:9/",
    "http://localhost:9/",
    "http://10.0.0.1/",
    "http://169.254.169.254/",
    "http://[::1]/",
  ])("cannot redirect to %s", async (location) => {
    await using scratch = await scratchFolder();
    await using server = await startServer((_, response) => response.writeHead(302, { location }).end());
    const { sources } = observedSources(scratch.folder, asPublic({ "charts.example": server.url }));
    const found = await sources.chart({ repository: "http://charts.example", chart: "web", version: "" });
    expect(found).toMatchObject({ unavailable: expect.stringMatching(/which is (?:not followed|never asked)$/) });
    expect(server.seen).toHaveLength(1);
  });

  it.each(["http://127.0.0.1:9/web.tgz", "oci://127.0.0.1:9/web:1.0.0"])(
    "cannot point to %s in its index",
    async (url) => {
      await using scratch = await scratchFolder();
      await using server = await startChartRepository({ charts: [{ name: "web", version: "1.0.0", url }] });
      const { sources } = observedSources(scratch.folder, asPublic({ "charts.example": server.url }));
      const found = await sources.chart({ repository: "http://charts.example", chart: "web", version: "" });
      expect(found).toMatchObject({ unavailable: expect.stringContaining("leads to this machine") });
    },
  );

  it("gets no answer to a challenge that comes from where a registry redirects to", async () => {
    await using scratch = await scratchFolder();
    await using thief = await startServer((_, response) =>
      response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end(),
    );
    const archive = chartArchive("web", "1.0.0");
    await using server = await startOciRegistry({
      artifacts: [{ repository: "charts/web", tag: "1.0.0", archive }],
      blobHost: () => thief.url,
    });
    const login = { username: "robot", password: "hunter2hunter2" };
    const { sources } = observedSources(scratch.folder, { credentials: [{ url: `oci://${server.host}`, ...login }] });
    const found = await sources.chart({ repository: `oci://${server.host}/charts`, chart: "web", version: "1.0.0" });
    expect(found).toMatchObject({ unavailable: expect.stringContaining("answered 401") });
    expect(thief.seen.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it.each([
    ["announces 3 GB", { "content-length": String(3 * 2 ** 30) }],
    ["sends without end", {}],
    ["sends a bomb, compressed on the way", { "content-encoding": "gzip" }],
  ])("that %s as its index is cut off", async (_, headers: Record<string, string>) => {
    await using scratch = await scratchFolder();
    const piece = headers["content-encoding"] === "gzip" ? gzipSync(Buffer.alloc(2 ** 24)) : Buffer.alloc(2 ** 20, 32);
    let open = true;
    await using server = await startServer((__, response) => {
      response.writeHead(200, headers).on("close", () => (open = false));
      const more = (): void => {
        if (open) response.write(piece, () => setImmediate(more));
      };
      more();
    });
    const { sources } = observedSources(scratch.folder);
    expect(await sources.chart({ repository: server.url, chart: "web", version: "" })).toMatchObject({
      unavailable: `${server.url}/index.yaml is larger than the 64 MiB that are read`,
    });
  });
});
