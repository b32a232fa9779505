import { expect, it } from "vitest";
import type { JsonObject } from "../../model/resource.ts";
import { selects } from "./patch-target.ts";
import type { Question } from "./question.ts";

const manifest: JsonObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "shop", labels: { app: "web", tier: "front" } },
};
const resource = {
  id: { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "eu-web" },
  manifest,
  origin: [],
};
const question: Question = {
  application: {
    report: {
      name: "a",
      kind: "Application",
      wave: 0,
      file: "",
      line: 1,
      sources: [],
      status: "rendered",
      resources: 1,
    },
    rendered: { application: "a", resources: [], reads: { files: {}, listings: {} }, findings: [] },
    application: {
      name: "a",
      namespace: "",
      annotations: {},
      spec: { project: "", destination: {} },
      object: {},
      at: [],
    },
    reused: false,
  },
  resource,
  manifest,
  steps: [],
  names: [],
  value: undefined,
  aspect: "value",
  depth: 0,
};

it.each([
  [{}, true],
  [{ kind: "Deployment", name: "web" }, true],
  [{ kind: "Deploy" }, false],
  [{ kind: "Deploy.*" }, true],
  [{ name: "eu-web" }, true],
  [{ name: "we" }, false],
  [{ name: "w(e)b|other" }, true],
  [{ group: "apps", version: "v1" }, true],
  [{ version: "v2" }, false],
  [{ namespace: "other" }, false],
  [{ labelSelector: "app=web,tier!=back" }, true],
  [{ labelSelector: "app in (api, web), tier" }, true],
  [{ labelSelector: "tier notin (front)" }, false],
  [{ labelSelector: "!app" }, false],
  [{ annotationSelector: "x" }, false],
])("a target of %j selects: %s", (target, expected) => {
  expect(selects(target, ["web"], question)).toBe(expected);
});

it("does not run expressions that may backtrack for long", () => {
  const started = performance.now();
  expect(selects({ name: "(a+)+$" }, ["a".repeat(200)], question)).toBe(true);
  expect(performance.now() - started).toBeLessThan(1000);
});
