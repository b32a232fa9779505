import type { JsonObject } from "../model/resource.ts";
import { isObject } from "./equal.ts";

/** Written by the API server and its clients, never by a person; a manifest that carries them was exported. */
const serverMetadata = ["creationTimestamp", "managedFields", "resourceVersion", "uid", "generation", "selfLink"];
const serverAnnotations = ["kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision"];

/** The manifest without `status` and what the API server keeps in the metadata. */
export function withoutNoise(manifest: JsonObject): JsonObject {
  const { status: _, ...rest } = manifest;
  if (!isObject(rest.metadata)) return rest;
  const metadata = without(rest.metadata, serverMetadata);
  if (isObject(metadata.annotations)) metadata.annotations = without(metadata.annotations, serverAnnotations);
  if (rest.kind === "Namespace" && rest.apiVersion === "v1" && isObject(metadata.labels)) {
    metadata.labels = without(metadata.labels, ["kubernetes.io/metadata.name"]);
  }
  return { ...rest, metadata };
}

function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
