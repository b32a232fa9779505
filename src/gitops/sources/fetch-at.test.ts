import { describe, expect, it } from "vitest";
import { startServer } from "../../../tests/registries/loopback-server.ts";
import { systemClock } from "./clock.ts";
import { fetchAt } from "./fetch-at.ts";
import { createHttp } from "./http.ts";

const options = { headers: { "x-own": "1" }, redirect: "manual" as const, signal: AbortSignal.timeout(10_000) };

describe("a name whose addresses are known", () => {
  it("is asked for at them, under its own name", async () => {
    await using server = await startServer((_request, response) => {
      response.writeHead(302, { location: "/next", "set-cookie": ["a", "b"] }).end("moved");
    });
    const answer = await fetchAt(["127.0.0.1"])(new URL(server.url.replace("127.0.0.1", "charts.invalid")), options);
    expect([answer.status, await answer.text()]).toEqual([302, "moved"]);
    expect(answer.headers.get("location")).toBe("/next");
    expect(server.seen).toMatchObject([{ host: server.host.replace("127.0.0.1", "charts.invalid"), path: "/" }]);
    expect(server.seen[0]?.headers["x-own"]).toBe("1");
  });

  it("fails as any address does where nobody listens", async () => {
    await expect(fetchAt(["127.0.0.1"])(new URL("http://charts.invalid:9/"), options)).rejects.toThrow("ECONNREFUSED");
  });

  it("is not looked up again, also where an answer leads to another name", async () => {
    await using server = await startServer(({ host }, response) => {
      const next = `http://second.invalid:${server.host.split(":")[1]}/`;
      if (host.startsWith("first")) response.writeHead(302, { location: next }).end();
      else response.end("found");
    });
    const http = createHttp({
      fetch: async (url) => Promise.reject(new Error(`${url.href} would be looked up`)),
      fetchAt,
      checkReach: async ({ hostname }) => (hostname === "elsewhere.invalid" ? [] : ["127.0.0.1"]),
      clock: systemClock,
      retry: { attempts: 1, base: 1, longest: 1, longestRetryAfter: 1 },
      timeout: 10_000,
      perHost: 1,
      onRetry: () => undefined,
    });
    const ask = async (host: string): Promise<string> => {
      const url = new URL(server.url.replace("127.0.0.1", host));
      return Buffer.from((await http({ url, maxBytes: 100, signal: options.signal })).body).toString();
    };
    expect(await ask("first.invalid")).toBe("found");
    expect(server.seen.map(({ host }) => host.split(":")[0])).toEqual(["first.invalid", "second.invalid"]);
    await expect(ask("elsewhere.invalid")).rejects.toThrow("would be looked up");
  });
});
