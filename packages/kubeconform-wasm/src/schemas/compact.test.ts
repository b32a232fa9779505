import { expect, test } from "vitest";
import { compactSchema } from "./compact.ts";

test("keeps what changes a verdict or a diff and leaves the prose behind", () => {
  expect(
    compactSchema({
      description: "Ports",
      type: "array",
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["port"],
      "x-kubernetes-validations": [{ rule: "self.size() < 3" }],
      items: { type: "object", title: "Port", properties: { port: { type: "integer", format: "int32", default: 80 } } },
    }),
  ).toEqual({
    type: "array",
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["port"],
    items: { type: "object", properties: { port: { type: "integer", format: "int32", default: 80 } } },
  });
});

test("a default of false is a default, other flags that are false say nothing", () => {
  expect(compactSchema({ type: "boolean", default: false, nullable: false, uniqueItems: false })).toEqual({
    type: "boolean",
    default: false,
  });
});

test("OpenAPI's way to put a default beside a reference becomes a reference with a default", () => {
  const allOf = [{ $ref: "#/components/schemas/io.k8s.api.core.v1.PodSpec" }];
  expect(compactSchema({ allOf, default: {}, description: "The pod" })).toEqual({
    $ref: "io.k8s.api.core.v1.PodSpec",
    default: {},
  });
});

test("a field called like a keyword, or like a part of every object, stays a field", () => {
  const properties = {
    description: { type: "string" },
    constructor: { type: "string" },
    ["__proto__"]: { type: "string" },
  };
  expect(Object.keys(compactSchema({ properties })["properties"] ?? {})).toEqual(Object.keys(properties));
});

test("an old list that only knows strategic merge is keyed by its merge key", () => {
  expect(compactSchema({ type: "array", "x-kubernetes-patch-merge-key": "name" })).toMatchObject({
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["name"],
  });
});

test("a schema nested without end is left unchecked below a depth no API has", () => {
  let schema = {};
  for (let depth = 0; depth < 20_000; depth++) schema = { type: "object", properties: { a: schema } };
  expect(JSON.stringify(compactSchema(schema))).toContain('"x-kubernetes-preserve-unknown-fields":true');
});
