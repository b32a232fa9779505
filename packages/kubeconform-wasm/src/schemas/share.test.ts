import { expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { shareSubtrees } from "./share.ts";

const selector = (): JsonObject => ({
  type: "object",
  properties: { name: { type: "string" }, key: { type: "string" }, optional: { type: "boolean" } },
});

test("a subtree that occurs twice is stored once, whichever schemas it is in", () => {
  const { roots, definitions } = shareSubtrees([
    { type: "object", properties: { a: selector() } },
    { type: "object", properties: { list: { type: "array", items: selector() } } },
  ]);
  const [name] = definitions.keys();
  expect([...definitions.values()]).toEqual([selector()]);
  expect(roots).toEqual([
    { type: "object", properties: { a: { $ref: name } } },
    { type: "object", properties: { list: { type: "array", items: { $ref: name } } } },
  ]);
});

test("subtrees that differ in a constraint only are different", () => {
  const { definitions } = shareSubtrees([
    { properties: { a: selector(), b: { ...selector(), required: ["name"] } } },
    { properties: { c: { ...selector(), required: ["key"] } } },
  ]);
  expect(definitions.size).toBe(0);
});

test("a small subtree stays in place", () => {
  const schema = { properties: { a: { type: "string" }, b: { type: "string" } } };
  expect(shareSubtrees([schema, schema]).roots).toEqual([schema, schema]);
});

test("what is shared inside of something shared is shared too, and names depend on content alone", () => {
  const outer = (): JsonObject => ({
    type: "object",
    properties: { first: selector(), second: selector(), third: { type: "string" } },
  });
  const once = shareSubtrees([{ properties: { a: outer(), b: outer() } }]);
  const other = shareSubtrees([{ properties: { z: { type: "string" }, y: outer(), x: outer() } }]);
  expect(once.definitions.size).toBe(2);
  expect([...other.definitions.keys()].sort()).toEqual([...once.definitions.keys()].sort());
});
