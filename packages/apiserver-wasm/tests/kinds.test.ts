import { readFileSync } from "node:fs";
import { openSchemas } from "kubeconform-wasm";
import { expect, test } from "vitest";
import { createApiserver } from "../src/index.ts";
import type { ServedKind } from "../src/index.ts";

const kinds = (await createApiserver()).kinds();
const nameOf = ({ group, version, kind }: ServedKind): string =>
  `${group === "" ? version : `${group}/${version}`} ${kind}`;

test("every kind of the scheme is reviewed, or there is a reason", () => {
  expect(kinds.filter(({ reviewed, why }) => reviewed === (why !== undefined)).map(nameOf)).toEqual([]);
});

/** Kubernetes' own groups; questions about who may do what are never in Git, and APIServices are not the API server's but the aggregator's. */
const stable = /^(?:(?:[a-z]+|(?!gateway|apiregistration|auth)[a-z.]+\.k8s\.io)\/)?v\d+$/;

/** Lists, and what is in the answers and parameters of every request. */
const parts = /List$|^(?:API(?:Group|Versions)|DeleteOptions|Status|WatchEvent)$/;

test("no kind that the API server's OpenAPI documents have in a stable version is forgotten", () => {
  const schemas = openSchemas();
  const served = schemas
    .kinds(schemas.versions.at(-1) ?? "")
    .filter(({ apiVersion, kind }) => stable.test(apiVersion) && !parts.test(kind))
    .map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  const known = new Set(kinds.map(nameOf));
  expect(served.length).toBeGreaterThan(60);
  expect(served.filter((name) => !known.has(name))).toEqual([]);
});

test("kinds are namespaced as their OpenAPI documents say", () => {
  const schemas = openSchemas();
  const scopes = new Map(
    schemas.kinds(schemas.versions.at(-1) ?? "").map(({ apiVersion, kind, scope }) => [`${apiVersion} ${kind}`, scope]),
  );
  const wrong = kinds.filter((kind) => {
    const scope = scopes.get(nameOf(kind));
    return kind.reviewed && scope !== undefined && kind.namespaced !== (scope === "Namespaced");
  });
  expect(wrong.map(nameOf)).toEqual([]);
});

test("the README's table has every kind", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const groups = Map.groupBy(
    kinds.filter(({ reviewed }) => reviewed),
    ({ group, version }) => (group === "" ? version : `${group}/${version}`),
  );
  for (const [version, members] of groups) {
    expect(readme).toContain(`| \`${version}\` | ${members.map(({ kind }) => kind).join(", ")} |`);
  }
  const reasons = kinds.filter(({ why }) => why !== undefined).map(({ kind, why }) => `${kind} (${why})`);
  expect(reasons.filter((reason) => !readme.includes(reason))).toEqual([]);
});
