import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { emitJsonSchema } from "./json-schema.ts";
import type { Emission } from "./json-schema.ts";

const definitions: Record<string, JsonObject> = {
  Quantity: { oneOf: [{ type: "string" }, { type: "number" }] },
  Inner: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
};
const emission = (over: Partial<Emission> = {}): Emission => ({
  strict: true,
  origin: "built-in",
  resolve: (name) => definitions[name],
  reference: (name, nullable) => `#/definitions/${name}${nullable ? "-or-null" : ""}`,
  ...over,
});

describe("null", () => {
  test("passes in an optional field and not in a required one", () => {
    const schema = { type: "object", properties: { a: { type: "string" }, b: { type: "string" } }, required: ["a"] };
    expect(emitJsonSchema(schema, emission())).toMatchObject({
      properties: { a: { type: "string" }, b: { type: ["string", "null"] } },
      required: ["a"],
    });
  });

  test("passes in elements of a built-in list, which decode to zero values, unless they have required fields", () => {
    const list = (items: JsonObject) => emitJsonSchema({ type: "array", items }, emission())["items"];
    expect(list({ type: "string" })).toEqual({ type: ["string", "null"] });
    expect(list({ $ref: "Inner" })).toEqual({ $ref: "#/definitions/Inner" });
  });

  test("fails in elements of a custom list, where the API server does not prune it", () => {
    expect(emitJsonSchema({ type: "array", items: { type: "string" } }, emission({ origin: "custom" }))).toEqual({
      type: "array",
      items: { type: "string" },
    });
  });

  test("joins an enum, and the alternatives of a union", () => {
    const schema = { type: "string", enum: ["a"], anyOf: [{ pattern: "^a" }, { maxLength: 3 }] };
    expect(emitJsonSchema(schema, emission(), true)).toEqual({
      type: ["string", "null"],
      enum: ["a", null],
      anyOf: [{ pattern: "^a" }, { maxLength: 3 }, { type: "null" }],
    });
  });
});

describe("unknown fields", () => {
  const schema = { type: "object", properties: { a: { type: "string" } } };

  test("fail when strict, and only then", () => {
    expect(emitJsonSchema(schema, emission())).toHaveProperty("additionalProperties", false);
    expect(emitJsonSchema(schema, emission({ strict: false }))).not.toHaveProperty("additionalProperties");
  });

  test("pass where the schema preserves them, declares none, or is a map", () => {
    const preserving = { ...schema, "x-kubernetes-preserve-unknown-fields": true };
    expect(emitJsonSchema(preserving, emission())).not.toHaveProperty("additionalProperties");
    expect(emitJsonSchema({ type: "object" }, emission())).toEqual({ type: "object" });
    expect(emitJsonSchema({ type: "object", additionalProperties: { type: "string" } }, emission())).toEqual({
      type: "object",
      additionalProperties: { type: ["string", "null"] },
    });
  });

  test("pass in the branches of a union, which only constrain what the schema around them declares", () => {
    const union = { ...schema, anyOf: [{ properties: { a: { enum: ["x"] } }, required: ["a"] }] };
    expect(emitJsonSchema(union, emission())).toMatchObject({
      anyOf: [{ properties: { a: { enum: ["x"] } }, required: ["a"] }],
      additionalProperties: false,
    });
  });
});

describe("several types", () => {
  test("int-or-string takes both, however it is declared", () => {
    const declared = {
      "x-kubernetes-int-or-string": true,
      anyOf: [{ type: "integer" }, { type: "string" }],
      pattern: "^[0-9]+%?$",
    };
    expect(emitJsonSchema(declared, emission({ origin: "custom" }))).toEqual({
      type: ["integer", "string"],
      pattern: "^[0-9]+%?$",
    });
    expect(
      emitJsonSchema({ format: "int-or-string", oneOf: [{ type: "integer" }, { type: "string" }] }, emission()),
    ).toEqual({
      type: ["integer", "string"],
    });
  });

  test("a quantity stands where it is used, as one list of types", () => {
    expect(emitJsonSchema({ $ref: "Quantity" }, emission(), true)).toEqual({ type: ["string", "number", "null"] });
  });
});

describe("custom resources are defaulted before they are validated", () => {
  test("so a required field with a default may be absent, or null", () => {
    const schema = { type: "object", properties: { mode: { type: "string", default: "a" } }, required: ["mode"] };
    expect(emitJsonSchema(schema, emission({ origin: "custom" }))).toEqual({
      type: "object",
      properties: { mode: { type: ["string", "null"] } },
      additionalProperties: false,
    });
    expect(emitJsonSchema(schema, emission())).toMatchObject({ required: ["mode"] });
  });

  test("so a union that depends on a default binds only where the value is given", () => {
    const schema = {
      type: "object",
      properties: { kind: { type: "string", default: "IP" }, other: { type: "string" } },
      oneOf: [{ properties: { kind: { enum: ["IP"] } } }, { properties: { kind: { not: { enum: ["IP"] } } } }],
    };
    expect(emitJsonSchema(schema, emission({ origin: "custom" }))["anyOf"]).toEqual([
      { oneOf: schema.oneOf },
      { not: { required: ["kind"] } },
    ]);
    expect(emitJsonSchema(schema, emission())["oneOf"]).toEqual(schema.oneOf);
  });
});

test("an embedded resource names itself", () => {
  const schema = {
    type: "object",
    "x-kubernetes-embedded-resource": true,
    "x-kubernetes-preserve-unknown-fields": true,
  };
  expect(emitJsonSchema(schema, emission({ origin: "custom" }))).toEqual({
    type: "object",
    properties: {
      apiVersion: { type: "string" },
      kind: { type: "string" },
      metadata: { $ref: "#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta-or-null" },
    },
    required: ["apiVersion", "kind"],
  });
});
