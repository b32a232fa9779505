import type { IncomingHttpHeaders } from "node:http";

import { z } from "zod";

import type { Answer } from "./routes.ts";
import type { State } from "./state.ts";

export interface ResultsCall {
  method: string;
  target: URL;
  payload: Buffer;
  headers: IncomingHttpHeaders;
}

const create = z.object({ name: z.string(), version: z.number(), workflow_run_backend_id: z.string() });
const finalize = z.object({ name: z.string(), size: z.string(), workflow_run_backend_id: z.string() });
const twirp = "/twirp/github.actions.results.api.v1.ArtifactService/";

/**
 * What a runner reaches beside the REST API, and what GitHub does not describe: the artifact service and the blob
 * store behind it. An archive's address is signed, so a token sent along is a leak.
 */
export function resultsService(state: State, baseUrl: string): (call: ResultsCall) => Answer | undefined {
  /** Blocks of uploads under way, by artifact name, then block id. */
  const uploads = new Map<string, Map<string, Buffer>>();

  return ({ method, target, payload, headers }) => {
    const path = target.pathname;
    if (path === `${twirp}CreateArtifact`) {
      const { name } = create.parse(JSON.parse(payload.toString()));
      uploads.set(name, new Map());
      return { status: 200, body: { ok: true, signed_upload_url: `${baseUrl}/_blobs/${name}?sig=signed` } };
    }
    if (path.startsWith("/_blobs/") && method === "PUT") {
      const id = target.searchParams.get("blockid");
      if (id !== null) uploads.get(path.slice("/_blobs/".length))?.set(id, payload);
      return { status: 201, headers: { etag: '"1"', "last-modified": new Date(0).toUTCString() } };
    }
    if (path === `${twirp}FinalizeArtifact`) {
      const { name, workflow_run_backend_id: run } = finalize.parse(JSON.parse(payload.toString()));
      const archive = Buffer.concat([...(uploads.get(name)?.values() ?? [])]);
      const id = Math.max(500, ...state.artifacts.map((artifact) => artifact.id)) + 1;
      state.artifacts.push({ id, runId: Number(run), name, expired: false, archive });
      return { status: 200, body: { ok: true, artifact_id: String(id) } };
    }
    if (path.startsWith("/_archives/")) {
      if (headers.authorization !== undefined) throw new Error("the token was sent to the blob store");
      const found = state.artifacts.find(({ id }) => id === Number(path.slice("/_archives/".length)));
      return found === undefined ? { status: 404 } : { status: 200, body: found.archive };
    }
    return undefined;
  };
}

/** The token that a runner gives to the artifact client: only its scope is looked at. */
export function runtimeToken(runId: number): string {
  return `${tokenPart({ alg: "none" })}.${tokenPart({ scp: `Actions.Results:${runId}:1` })}.x`;
}

function tokenPart(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
