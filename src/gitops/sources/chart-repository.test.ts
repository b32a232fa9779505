import { describe, expect, it } from "vitest";
import { defaultArchiveLimits } from "./archive.ts";
import { findInIndex } from "./chart-repository.ts";
import type { ChartFetchOptions, FoundChart } from "./found-chart.ts";

async function find(repository: string, url: string, digest = ""): Promise<{ found: FoundChart; asked: string[] }> {
  const asked: string[] = [];
  const options: ChartFetchOptions = {
    http: async (request) => {
      asked.push(`${request.url.href} ${request.authorization ?? "anonymous"}`);
      return { status: 200, headers: new Headers(), body: new Uint8Array(), url: request.url };
    },
    readIndex: async () => `entries:\n  web:\n  - version: 1.0.0\n    digest: "${digest}"\n    urls: ["${url}"]\n`,
    authorize: ({ host }) => (host === "charts.example.com" ? "Basic eA==" : undefined),
    offline: false,
    limits: defaultArchiveLimits,
    signal: new AbortController().signal,
  };
  return { found: await findInIndex(new URL(repository), "web", "", options), asked };
}

describe("findInIndex", () => {
  it("downloads from beside the index, or from where the index points", async () => {
    const beside = await find("https://charts.example.com/stable", "web-1.0.0.tgz");
    await beside.found.download();
    expect(beside.asked).toEqual(["https://charts.example.com/stable/web-1.0.0.tgz Basic eA=="]);
    const elsewhere = await find("https://charts.example.com/stable", "https://cdn.example.com/web.tgz");
    await elsewhere.found.download();
    expect(elsewhere.asked).toEqual(["https://cdn.example.com/web.tgz anonymous"]);
  });

  it.each(["http://charts.example.com/web.tgz", "file:///etc/passwd", "ftp://charts.example.com/web.tgz"])(
    "does not follow an https index to %s",
    async (url) => {
      const { found, asked } = await find("https://charts.example.com", url);
      await expect(found.download()).rejects.toThrow(
        `points to an address of scheme "${url.split(":")[0]}" for web 1.0.0`,
      );
      expect(asked).toEqual([]);
    },
  );

  it("reads the index's digest, and refuses one that it cannot check", async () => {
    expect((await find("https://charts.example.com", "web.tgz", "AB".repeat(32))).found.promised).toBe(
      `sha256:${"ab".repeat(32)}`,
    );
    expect((await find("https://charts.example.com", "web.tgz")).found.promised).toBeUndefined();
    await expect(find("https://charts.example.com", "web.tgz", "md5:abc")).rejects.toThrow("which is not sha256");
  });
});
