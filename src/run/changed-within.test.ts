import { expect, test } from "vitest";
import { changedWithin } from "./changed-within.ts";

const before = { spec: { claims: [{ name: "data", size: "1Gi" }], labels: { "a.b/c": "1" }, same: 1 } };
const change = (spec: object) => ({ spec: { ...before.spec, ...spec } });

test.each([
  ["spec.claims", { claims: [{ name: "data", size: "5Gi" }] }, "spec.claims[0].size"],
  ["spec", { claims: [{ name: "data", size: "5Gi" }] }, "spec.claims[0].size"],
  ["", { same: 2 }, "spec.same"],
  ["spec.labels", { labels: { "a.b/c": "2" } }, 'spec.labels["a.b/c"]'],
  ["spec.claims", { claims: [...before.spec.claims, { name: "more" }] }, "spec.claims[1]"],
  ["spec.same", { same: 2 }, "spec.same"],
  ["spec.labels", { same: 2 }, "spec.labels"],
  ["spec.gone", {}, "spec.gone"],
])("what changed within %j", (path, spec, found) => {
  expect(changedWithin(before, change(spec), path)).toBe(found);
});
