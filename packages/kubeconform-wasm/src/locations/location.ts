import type { JsonObject } from "../json.ts";

/** What kubeconform looks a schema up by. */
export interface SchemaQuery {
  apiVersion: string;
  kind: string;
  /** "1.36.3", or "master" for the newest. */
  kubernetesVersion: string;
  strict: boolean;
}

/**
 * `schema` is known to be good; `text` is somebody's file. A text that is no JSON is an error, or nothing at all when `tolerant`:
 * kubeconform goes on to the next location after an unreadable HTTP response, but not after an unreadable file.
 */
export type SchemaDocument = { url: string; schema: JsonObject } | { url: string; text: string; tolerant: boolean };

/**
 * A place to look for schemas. The engine keeps what it compiled under the location's id for as long as it lives, so equal ids
 * must mean equal schemas. Anything thrown becomes the verdict "Error" on the resource, with the thrown message.
 */
export interface SchemaLocation {
  readonly id: string;
  /** The kind's schema, or undefined to let the next location answer. */
  find(query: SchemaQuery): SchemaDocument | undefined;
  /** A document that one of this location's schemas refers to with an absolute `$ref`. */
  document(url: string): SchemaDocument | undefined;
}
