import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readKubernetes } from "./kubernetes.ts";

const folder = mkdtempSync(join(tmpdir(), "openapi-"));
const documents = join(folder, "api", "openapi-spec", "v3");
mkdirSync(documents, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const named = (group: string, version: string, kind: string) => ({ group, version, kind });
const claim = { type: "object", "x-kubernetes-group-version-kind": [named("", "v1", "Claim")] };
const served = (kind: object) => ({ get: { "x-kubernetes-group-version-kind": kind }, parameters: [] });

writeFileSync(
  join(documents, "api__v1_openapi.json"),
  JSON.stringify({
    paths: {
      "/api/v1/claims": served(named("", "v1", "Claim")),
      "/api/v1/namespaces/{namespace}/claims": served(named("", "v1", "Claim")),
      "/api/v1/namespaces/{name}": served(named("", "v1", "Space")),
    },
    components: {
      schemas: {
        Claim: claim,
        Space: {
          type: "object",
          description: "A space",
          "x-kubernetes-group-version-kind": [named("", "v1", "Space")],
        },
        ClaimList: { type: "object", "x-kubernetes-group-version-kind": [named("", "v1", "ClaimList")] },
        Options: {
          type: "object",
          "x-kubernetes-group-version-kind": [named("", "v1", "Options"), named("apps", "v1", "Options")],
        },
        Status: { type: "object", "x-kubernetes-group-version-kind": [named("", "v1", "Status")] },
      },
    },
  }),
);
// Another group's document repeats the definitions it refers to, without their paths.
writeFileSync(
  join(documents, "apis__apps__v1_openapi.json"),
  JSON.stringify({ paths: {}, components: { schemas: { Claim: claim } } }),
);

test("kinds have the scope of the paths that serve them, whichever documents repeat them", () => {
  const { kinds, definitions } = readKubernetes(folder);
  expect(Object.fromEntries([...kinds].map(([key, { scope }]) => [key, scope]))).toEqual({
    "v1/Claim": "N",
    "v1/Space": "C",
    "v1/ClaimList": undefined,
  });
  expect(definitions.get("Space")).toEqual({ type: "object" });
  expect([...definitions.keys()].sort()).toEqual(["Claim", "ClaimList", "Options", "Space", "Status"]);
});
