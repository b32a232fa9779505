import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../model/resource.ts";
import { openApi } from "./client.ts";

interface Server extends AsyncDisposable {
  kubeconfig: string;
  seen: string[];
}

/** An API server's side of list and watch, on loopback. */
async function startServer(handle: (url: URL, response: ServerResponse, count: number) => void): Promise<Server> {
  const seen: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? "", "http://x");
    seen.push(`${request.method} ${url.pathname}${url.search}`);
    handle(url, response, seen.length);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const kubeconfig = JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "c", cluster: { server: `http://127.0.0.1:${port}`, "insecure-skip-tls-verify": true } }],
    users: [{ name: "u", user: { token: "t" } }],
    contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
    "current-context": "x",
  });
  return {
    kubeconfig,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

const object = (name: string, resourceVersion: string): JsonObject => ({
  metadata: { name, namespace: "n", resourceVersion },
});
const list = (resourceVersion: string, ...items: JsonObject[]): string =>
  JSON.stringify({ kind: "PodList", apiVersion: "v1", metadata: { resourceVersion }, items });
const line = (type: string, changed: JsonObject): string => `${JSON.stringify({ type, object: changed })}\n`;

/** Watches until something of this name is seen. */
async function watchUntil(server: Server, wanted: string): Promise<string[]> {
  const api = await openApi(server.kubeconfig);
  const ended = new AbortController();
  const told: string[] = [];
  const note = (what: string) => (one: JsonObject) => {
    const name = String(Object(one["metadata"]).name);
    told.push(`${what} ${name}`);
    if (name === wanted) ended.abort();
  };
  const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(20_000)]);
  await api.watch(
    { path: "/api/v1/pods", onSet: note("set"), onGone: note("gone"), onDropped: () => told.push("dropped") },
    signal,
  );
  return told;
}

describe("a watch", () => {
  it("goes on where it was when the connection drops", async () => {
    await using server = await startServer((url, response, count) => {
      response.setHeader("content-type", "application/json");
      if (!url.searchParams.has("watch")) return response.end(list("5", object("first", "5")));
      response.writeHead(200);
      if (count === 2) {
        response.write(line("ADDED", object("second", "6")));
        return void setTimeout(() => response.destroy(), 50);
      }
      response.write(line("ADDED", object("third", "7")));
    });
    expect(await watchUntil(server, "third")).toEqual(["set first", "set second", "dropped", "set third"]);
    expect(server.seen).toEqual([
      "GET /api/v1/pods",
      "GET /api/v1/pods?watch=true&resourceVersion=5",
      "GET /api/v1/pods?watch=true&resourceVersion=6",
    ]);
  });

  it("lists anew when its history is gone, and tells what went meanwhile", async () => {
    const expired = { kind: "Status", code: 410, reason: "Expired", message: "too old resource version" };
    await using server = await startServer((url, response, count) => {
      response.setHeader("content-type", "application/json");
      if (count === 1) return response.end(list("5", object("first", "5")));
      if (count === 2) return response.end(line("ERROR", expired));
      if (!url.searchParams.has("watch")) return response.end(list("9", object("second", "8")));
      response.write(line("ADDED", object("third", "10")));
    });
    expect(await watchUntil(server, "third")).toEqual(["set first", "gone first", "set second", "set third"]);
    expect(server.seen.at(-1)).toBe("GET /api/v1/pods?watch=true&resourceVersion=9");
  });

  it("outlives a server that is away for a while", async () => {
    await using server = await startServer((url, response, count) => {
      if (count === 2 || count === 3) return response.destroy();
      response.setHeader("content-type", "application/json");
      if (!url.searchParams.has("watch")) return response.end(list("5", object("first", "5")));
      response.write(line("ADDED", object("second", "6")));
    });
    expect((await watchUntil(server, "second")).filter((one) => one !== "dropped")).toEqual([
      "set first",
      "set second",
    ]);
  });

  it("ends with the server's words where it may not watch", async () => {
    await using server = await startServer((_url, response) => {
      response.writeHead(403, { "content-type": "application/json" });
      response.end(JSON.stringify({ kind: "Status", code: 403, reason: "Forbidden", message: "pods is forbidden" }));
    });
    await expect(watchUntil(server, "never")).rejects.toMatchObject({
      code: "SLW-CLUSTER",
      message: /pods is forbidden/,
    });
  });
});

describe("a request", () => {
  it("has any status as its answer, and the token with it", async () => {
    await using server = await startServer((_url, response) => {
      response.writeHead(409, { "content-type": "application/json" });
      response.end('{"kind":"Status","reason":"Conflict"}');
    });
    const api = await openApi(server.kubeconfig);
    const answer = await api.ask({ method: "PATCH", path: "/x", query: { force: "false" }, body: { a: 1 } });
    expect(answer).toEqual({ status: 409, body: { kind: "Status", reason: "Conflict" } });
    expect(server.seen).toEqual(["PATCH /x?force=false"]);
  });

  it("says where nobody answered", async () => {
    const server = await startServer((_url, response) => response.end());
    await server[Symbol.asyncDispose]();
    const api = await openApi(server.kubeconfig);
    const asking = api.ask({ method: "GET", path: "/version" });
    await expect(asking).rejects.toMatchObject({
      code: "SLW-CLUSTER",
      message: /^no answer from http:\/\/127\.0\.0\.1:\d+: /,
    });
  });
});
