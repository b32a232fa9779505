import type { Json, JsonObject } from "../../model/resource.ts";

export interface ApiRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** From the server's root: `/api/v1/namespaces`. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: Json;
  contentType?: string;
}

/** What the API server said, whatever the status: JSON where it is JSON, else text. */
export interface ApiAnswer {
  status: number;
  body: Json;
}

/** A collection that is watched: every object as it is now, then each change. */
export interface CollectionWatch {
  path: string;
  query?: Readonly<Record<string, string>>;
  /** An object that is new or changed. */
  onSet(object: JsonObject): void;
  onGone(object: JsonObject): void;
  /** Everything that was there at the beginning has been told. */
  onListed?(): void;
  /** The connection broke, and is being made again. */
  onDropped?(why: string): void;
}

/** One API server. Requests that get no answer throw SLW-CLUSTER. */
export interface KubernetesApi {
  /** Where it is, for people. */
  server: string;
  ask(request: ApiRequest): Promise<ApiAnswer>;
  /**
   * Watches until the signal is aborted: a connection that drops is taken up where it was, and a history that has been
   * compacted (410 Gone) is read anew. Throws SLW-CLUSTER when the server refuses.
   */
  watch(watch: CollectionWatch, signal: AbortSignal): Promise<void>;
}
