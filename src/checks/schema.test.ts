import type { ValidationResult } from "kubeconform-wasm";
import { describe, expect, it } from "vitest";
import type { Resource } from "../model/resource.ts";
import { mergeMissing, schemaFindings } from "./schema.ts";

const resource: Resource = {
  id: { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web" },
  manifest: { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web", namespace: "shop" } },
  origin: [],
};
const result = (rest: Partial<ValidationResult>): ValidationResult => ({
  document: 0,
  kind: "Deployment",
  name: "web",
  version: "apps/v1",
  status: "statusInvalid",
  ...rest,
});
const find = (rest: Partial<ValidationResult>) =>
  schemaFindings("shop", [resource], [result(rest)], (_, path) => [{ file: path.join("/"), line: 1, column: 1 }]);

describe("schema findings", () => {
  it.each(["statusValid", "statusSkipped", "statusEmpty"] as const)("has nothing to say about %s", (status) => {
    expect(find({ status })).toEqual([]);
  });

  it("makes one of every problem, with the field's path and place", () => {
    const problems = [
      { path: ["spec", "replicsa"], rule: "unknown-field", message: 'unknown field "replicsa"' },
      { path: ["spec", "containers", "0"], rule: "required", message: 'missing field "image"' },
      { path: ["metadata", "labels", "a.b/c"], rule: "type", message: "got number, want string" },
    ];
    expect(find({ problems }).map(({ message, path, at }) => [message, path, at[0]?.file])).toEqual([
      ["Deployment web: spec.replicsa is not a field of this kind", "spec.replicsa", "spec/replicsa"],
      ["Deployment web: spec.containers[0].image is required", "spec.containers[0].image", "spec/containers/0/image"],
      [
        'Deployment web: metadata.labels["a.b/c"]: got number, want string',
        'metadata.labels["a.b/c"]',
        "metadata/labels/a.b/c",
      ],
    ]);
  });

  it("doubts its own copy of a CRD where a newer version would have more", () => {
    const problems = [
      { path: ["spec", "new"], rule: "unknown-field", message: 'unknown field "new"' },
      { path: ["spec", "mode"], rule: "enum", message: "value must be one of 'a', 'b'" },
      { path: ["spec", "replicas"], rule: "type", message: "got string, want integer" },
    ];
    const found = schemaFindings(
      "shop",
      [resource],
      [result({ problems })],
      () => [],
      () => true,
    );
    expect(found.map(({ severity }) => severity)).toEqual(["warning", "warning", "error"]);
    expect(find({ problems }).map(({ severity }) => severity)).toEqual(["error", "error", "error"]);
  });

  it("keeps the engine's own words when it names no problem", () => {
    expect(find({ msg: "own words" })).toMatchObject([{ rule: "schema/invalid", detail: "own words" }]);
  });

  it("tells an unknown kind from a resource that cannot be read", () => {
    expect(find({ status: "statusError", msg: "could not find schema for Deployment" })[0]?.rule).toBe(
      "schema/missing",
    );
    expect(find({ status: "statusError", msg: "error while parsing" })[0]?.rule).toBe("schema/unreadable");
  });

  it("says once that a kind has no schema, and how many resources have it", () => {
    const missing = find({ status: "statusError", msg: "could not find schema for Deployment" });
    const merged = mergeMissing([...missing, ...find({ msg: "other" }), ...missing]);
    expect(merged.map(({ message }) => message)).toEqual([
      "No schema is known for apps/v1 Deployment, which 2 resources have",
      "Deployment web does not match its schema",
    ]);
    expect(merged[0]).not.toHaveProperty("application");
  });
});
