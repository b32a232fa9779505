import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isObject, listAt, objectAt, stringAt } from "../../packages/kubeconform-wasm/src/json.ts";
import type { JsonObject } from "../../packages/kubeconform-wasm/src/json.ts";
import { compactSchema } from "../../packages/kubeconform-wasm/src/schemas/compact.ts";
import type { PackInput } from "./write-pack.ts";

/** One Kubernetes version as its API server's published OpenAPI v3 documents describe it. */
export function readKubernetes(folder: string): PackInput {
  const input: PackInput = { definitions: new Map(), kinds: new Map() };
  const home = join(folder, "api", "openapi-spec", "v3");
  const documents = readdirSync(home)
    .sort()
    .map((file): unknown => JSON.parse(readFileSync(join(home, file), "utf8")))
    .filter(isObject);
  // A kind's schema is in every document that refers to it, its paths only in the one of its group.
  const scopes = scopesOf(documents.map((document) => objectAt(document, "paths") ?? {}));
  for (const document of documents) readSchemas(document, scopes, input);
  return input;
}

type Scopes = Map<string, "N" | "C">;

function readSchemas(document: JsonObject, scopes: Scopes, { definitions, kinds }: PackInput): void {
  const schemas = objectAt(objectAt(document, "components") ?? {}, "schemas") ?? {};
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isObject(schema)) continue;
    definitions.set(name, compactSchema(schema));
    const named = (listAt(schema, "x-kubernetes-group-version-kind") ?? []).filter(isObject);
    if (named.length !== 1 || !named[0]) continue;
    const { apiVersion, kind } = nameOf(named[0]);
    const scope = scopes.get(`${apiVersion}/${kind}`);
    // Neither a resource nor a list of them: options, statuses and discovery, which nobody writes to a file.
    if (scope === undefined && !kind.endsWith("List")) continue;
    kinds.set(`${apiVersion}/${kind}`, { apiVersion, kind, definition: name, scope });
  }
}

/** A kind is namespaced when any path that serves it goes through a namespace. */
function scopesOf(documents: readonly JsonObject[]): Scopes {
  const scopes: Scopes = new Map();
  for (const [path, operations] of documents.flatMap((paths) => Object.entries(paths))) {
    for (const operation of Object.values(isObject(operations) ? operations : {})) {
      const named = isObject(operation) ? objectAt(operation, "x-kubernetes-group-version-kind") : undefined;
      if (!named) continue;
      const { apiVersion, kind } = nameOf(named);
      const key = `${apiVersion}/${kind}`;
      if (path.includes("/namespaces/{namespace}/")) scopes.set(key, "N");
      else if (!scopes.has(key)) scopes.set(key, "C");
    }
  }
  return scopes;
}

function nameOf(named: JsonObject): { apiVersion: string; kind: string } {
  const group = stringAt(named, "group");
  const version = stringAt(named, "version") ?? "";
  return { apiVersion: group ? `${group}/${version}` : version, kind: stringAt(named, "kind") ?? "" };
}
