import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

import { validate as graphqlProblems } from "@octokit/graphql-schema";
import { z } from "zod";

import { requestProblems, responseProblems } from "./contract.ts";
import type { Description } from "./description.ts";
import { loadDescription } from "./description.ts";
import type { Fault } from "./faults.ts";
import { takeFault } from "./faults.ts";
import { resultsService } from "./results-service.ts";
import type { Answer } from "./routes.ts";
import { answer } from "./routes.ts";
import type { State } from "./state.ts";
import { emptyState } from "./state.ts";

export interface FakeGitHub extends AsyncDisposable {
  url: string;
  state: State;
  /** Consumed in order; one that is left over at the end fails the test. */
  faults: Fault[];
  /** "METHOD /path?query", in order of arrival. */
  requests: string[];
  /** Requests other than GET, GraphQL queries left out. */
  writes(): string[];
}

let description: Description | undefined;

/**
 * GitHub on loopback. Every request must be one that GitHub's description has and that a route expects; disposing
 * throws if one was not.
 */
export async function startFakeGitHub(rest: Partial<State> = {}): Promise<FakeGitHub> {
  const known = (description ??= loadDescription());
  const state = emptyState(rest);
  const [faults, requests, problems]: [Fault[], string[], string[]] = [[], [], []];
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      problems.push(`${request.method} ${request.url}: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = z.object({ port: z.number() }).parse(server.address());
  const url = `http://127.0.0.1:${address.port}`;

  const results = resultsService(state, url);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = new URL(request.url ?? "/", url);
    const method = request.method ?? "GET";
    const payload = Buffer.concat(await Array.fromAsync<Buffer>(request));
    requests.push(`${method} ${target.pathname}${target.search}`);
    const fault = takeFault(faults, method, target.pathname);
    if (typeof fault?.effect === "number") await sleep(fault.effect);
    if (fault?.effect === "drop") return void response.destroy();
    const foreseen = typeof fault?.effect === "object" ? fault.effect : undefined;
    const given = reply(method, target, payload, request, foreseen);
    if (fault?.effect === "lose-answer") return void response.destroy();
    send(response, given);
  }

  function reply(
    method: string,
    target: URL,
    payload: Buffer,
    request: IncomingMessage,
    foreseen: Answer | undefined,
  ): Answer {
    const elsewhere = results({ method, target, payload, headers: request.headers });
    if (elsewhere !== undefined) return elsewhere;
    if (request.headers.authorization !== "token secret-token")
      return { status: 401, body: { message: "Bad credentials" } };
    const body: unknown = payload.byteLength > 0 ? JSON.parse(payload.toString()) : undefined;
    if (target.pathname === "/graphql") return foreseen ?? graphql(body, state, problems);
    const operation = known.find(method, target.pathname);
    if (operation === undefined) throw new Error("GitHub's description has no such operation");
    const query = target.searchParams;
    problems.push(...requestProblems(known, operation, query, body).map((problem) => `${operation.id}: ${problem}`));
    const given = foreseen ?? answer(known, state, { operation, query, body, baseUrl: url });
    if (given === undefined) throw new Error("no route expects this operation");
    problems.push(
      ...responseProblems(known, operation, given.status, given.body).map((problem) => `${operation.id}: ${problem}`),
    );
    return given;
  }

  return {
    url,
    state,
    faults,
    requests,
    writes: () => requests.filter((line) => !/^GET |\/graphql$|^\w+ \/(?:twirp|_blobs)\//u.test(line)),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      problems.push(...faults.map(({ method, path }) => `a fault was never met: ${method} ${path}`));
      if (problems.length > 0) throw new Error(`the fake GitHub objects:\n${problems.join("\n")}`);
    },
  };
}

function graphql(body: unknown, { viewer }: State, problems: string[]): Answer {
  const { query } = z.object({ query: z.string() }).parse(body);
  problems.push(...graphqlProblems(query).map(String));
  if (!/^query \{ viewer \{ login \} \}$/u.test(query)) throw new Error(`no route expects ${query}`);
  return { status: 200, body: { data: { viewer: { login: viewer.login } } } };
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const binary = body instanceof Uint8Array;
  const type =
    body === undefined ? {} : { "content-type": binary ? "application/zip" : "application/json; charset=utf-8" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined || binary ? body : JSON.stringify(body));
}
