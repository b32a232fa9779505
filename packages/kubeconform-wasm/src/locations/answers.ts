import type { HostCalls } from "go-wasm-host";
import { isObject, own, stringAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { SchemaDocument, SchemaLocation } from "./location.ts";

/** The engine's questions, answered by the locations that are asked at the moment. */
export function answersOf(asked: () => readonly SchemaLocation[]): HostCalls {
  const locationOf = (request: JsonObject): SchemaLocation | undefined => {
    const id = stringAt(request, "location");
    return asked().find((location) => location.id === id);
  };
  return {
    schema: (request) =>
      answer(request, (query) => {
        const text = (key: string) => stringAt(query, key) ?? "";
        return locationOf(query)?.find({
          apiVersion: text("apiVersion"),
          kind: text("kind"),
          kubernetesVersion: text("kubernetesVersion"),
          strict: own(query, "strict") === true,
        });
      }),
    document: (request) => answer(request, (query) => locationOf(query)?.document(stringAt(query, "url") ?? "")),
  };
}

/** A location that fails is one resource's verdict, not the end of the call. */
function answer(request: unknown, find: (request: JsonObject) => SchemaDocument | undefined): object {
  try {
    return (isObject(request) ? find(request) : undefined) ?? {};
  } catch (thrown) {
    return { error: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
