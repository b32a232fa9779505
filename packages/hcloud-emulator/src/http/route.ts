import type { World } from "../world.ts";

export interface ApiRequest {
  query: URLSearchParams;
  /** Parsed JSON; `{}` where nothing was sent. */
  body: unknown;
  params: Readonly<Record<string, string>>;
}

export interface Answer {
  status: number;
  /** Left out with 204. */
  body?: Record<string, unknown>;
}

/** One operation of the API. Paths are below /v1, with parameters as `:id`. */
export interface Route {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  handle(world: World, request: ApiRequest): Answer;
}

export const ok = (body: Record<string, unknown>): Answer => ({ status: 200, body });
export const created = (body: Record<string, unknown>): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };
