import type { Review } from "apiserver-wasm";
import { describe, expect, it } from "vitest";
import type { Resource } from "../model/resource.ts";
import { reviewFindings, updateFindings, updateRefusals, withoutRepeated } from "./apiserver.ts";
import { finding } from "./rules.ts";

const resource = (kind = "Deployment"): Resource => ({
  id: { apiVersion: kind === "Secret" ? "v1" : "apps/v1", kind, namespace: "shop", name: "web" },
  manifest: {},
  origin: [],
});
const nothing: Review = {
  verdict: "accepted",
  errors: [],
  warnings: [],
  unknownFields: [],
  podSecurity: [],
  limits: [],
};
const error = (type: string, field: string, rest: Partial<Review["errors"][number]> = {}) => ({
  type,
  field,
  detail: "",
  message: `${field}: its own words`,
  ...rest,
});
const place = (path: string) => [{ file: `at ${path}`, line: 1, column: 1 }];
const say = (review: Partial<Review>, kind?: string) =>
  reviewFindings("shop", resource(kind), { ...nothing, ...review }, place);

describe("the API server's verdict", () => {
  it("says nothing of what it takes", () => {
    expect(say({})).toEqual([]);
  });

  it("names the field, points at it, and keeps the API server's words", () => {
    const detail = "must be greater than or equal to 0";
    const [found] = say({ verdict: "rejected", errors: [error("FieldValueInvalid", "spec.replicas", { detail })] });
    expect(found).toMatchObject({
      rule: "apiserver/rejected",
      message: `Deployment web: spec.replicas: ${detail}`,
      detail: "spec.replicas: its own words",
      path: "spec.replicas",
      at: [{ file: "at spec.replicas" }],
    });
  });

  it("leaves out its print of what differs, and points at the field that people write", () => {
    const detail = "spec is immutable after creation @@ -6,11 +6,11 @@\n-  1Gi\n+  2Gi";
    const errors = [error("FieldValueForbidden", "spec", { detail }), error("FieldValueInvalid", "spec.clusterIPs[0]")];
    const found = updateFindings("shop", resource("Service"), errors, place);
    expect(found.map(({ message, at: [first] }) => `${message} ${first?.file}`)).toEqual([
      "The change of Service web: spec: is immutable after creation at spec",
      "The change of Service web: spec.clusterIPs[0]: spec.clusterIPs[0]: its own words at spec.clusterIP",
    ]);
  });

  it.each([
    [error("FieldValueRequired", "spec.selector"), "Deployment web: spec.selector is required"],
    [
      error("FieldValueNotSupported", "spec.type", { badValue: "x", detail: 'supported values: "y"' }),
      'Deployment web: spec.type cannot be "x": supported values: "y"',
    ],
    [
      error("FieldValueDuplicate", "spec.ports[0].name", { badValue: "a" }),
      'Deployment web: spec.ports[0].name: "a" is there twice',
    ],
    [error("FieldValueForbidden", "", { detail: "no" }), "Deployment web: no"],
    [
      error("BadRequest", "", { near: "spec.replicas", message: "a string" }),
      "Deployment web: spec.replicas: a string",
    ],
    [
      error("FieldValueInvalid", "metadata.labels[app.kubernetes.io/name]", { detail: "too long" }),
      'Deployment web: metadata.labels["app.kubernetes.io/name"]: too long',
    ],
  ])("reads as a sentence: %o", (one, message) => {
    expect(say({ verdict: "rejected", errors: [one] }).map((found) => found.message)).toEqual([message]);
  });

  it("shows no value of a Secret", () => {
    const bad = error("FieldValueInvalid", "data[password]", { badValue: "hunter2", detail: 'bad "hunter2"' });
    const found = say({ verdict: "rejected", errors: [{ ...bad, message: 'data[password]: "hunter2"' }] }, "Secret");
    expect(found).toMatchObject([{ message: "Secret web: data.password is not valid" }]);
    expect(JSON.stringify(found)).not.toContain("hunter2");
  });

  it("tells of pods that would be refused though their workload is not", () => {
    const found = say({
      podSecurity: [
        { mode: "enforce", level: "baseline", version: "latest", detail: "host namespaces" },
        { mode: "audit", level: "restricted", version: "latest", detail: "more" },
      ],
      limits: [{ limitRange: "limits", detail: "too much" }],
      warnings: ["deprecated", 'unknown field "spec.x"'],
    });
    expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      "apiserver/warning Deployment web: deprecated",
      "apiserver/pod-security The pods of Deployment web are refused, because their namespace enforces the level baseline",
      "apiserver/limit-range The pods of Deployment web are refused by LimitRange limits: too much",
    ]);
  });
});

describe("the verdict on an update", () => {
  const immutable = error("FieldValueInvalid", "spec.selector", { detail: "field is immutable" });
  const wrong = error("FieldValueInvalid", "spec.replicas");

  it("is what would not be wrong with a new resource", () => {
    const review: Review = { ...nothing, verdict: "rejected", reviewedAs: "update", errors: [wrong, immutable] };
    expect(updateRefusals(review, { ...nothing, errors: [wrong] })).toEqual([immutable]);
    expect(updateRefusals({ ...review, reviewedAs: "create" }, undefined)).toEqual([]);
  });

  it("comes with the ways out", () => {
    const [found] = updateFindings("shop", resource(), [immutable], place);
    expect(found).toMatchObject({
      rule: "apiserver/update-rejected",
      message: "The change of Deployment web: spec.selector: field is immutable",
    });
    expect(found?.hint).toContain("Force=true,Replace=true");
  });
});

describe("what a schema has said already", () => {
  const about = { application: "shop", resource: resource().id };
  const bySchema = [finding("schema/invalid", "a", { ...about, path: "spec.replicas" })];

  it("is not said again", () => {
    const repeated = say({
      verdict: "rejected",
      errors: [
        error("FieldValueInvalid", "spec.replicas"),
        error("BadRequest", ""),
        error("BadRequest", "", { near: "data", message: "json: cannot unmarshal number" }),
        error("UnknownField", "spec.replica", { message: 'unknown field "spec.replica"' }),
        error("FieldValueRequired", "spec.selector"),
      ],
    });
    expect(withoutRepeated(repeated, bySchema).map(({ path }) => path)).toEqual(["spec.selector"]);
    expect(withoutRepeated(repeated, [])).toEqual(repeated);
  });

  it("does not stand for what only the API server knows", () => {
    const found = say({
      warnings: ["deprecated"],
      limits: [{ limitRange: "limits", detail: "too much" }],
      podSecurity: [{ mode: "enforce", level: "baseline", version: "latest", detail: "host namespaces" }],
    });
    expect(found).toHaveLength(3);
    expect(withoutRepeated(found, bySchema)).toEqual(found);
  });
});
