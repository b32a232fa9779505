import type { ValidationResult } from "kubeconform-wasm";
import { expect, it } from "vitest";
import type { JsonObject } from "../model/resource.ts";
import { validateByKind } from "./by-kind.ts";

const resource = (kind: string, name: string): JsonObject => ({ apiVersion: "v1", kind, metadata: { name } });
const verdict = ({ kind, metadata }: JsonObject, document: number): ValidationResult => ({
  document,
  kind: String(kind),
  name: JSON.stringify(metadata),
  version: "v1",
  status: "statusValid",
});

it("asks for each kind in a call of its own and gives every resource its verdict", async () => {
  const calls: (readonly JsonObject[])[] = [];
  const validate = validateByKind((resources) => {
    calls.push(resources);
    return Promise.resolve(resources.map(verdict));
  });
  const resources = [resource("Service", "a"), resource("Secret", "b"), resource("Service", "c")];
  const results = await Promise.all(resources.map(validate));
  expect(calls).toEqual([[resources[0], resources[2]], [resources[1]]]);
  expect(results.map(([one]) => one?.name)).toEqual(['{"name":"a"}', '{"name":"b"}', '{"name":"c"}']);
});

it("shares very many resources of one kind between threads", async () => {
  const sizes: number[] = [];
  const validate = validateByKind((resources) => {
    sizes.push(resources.length);
    return Promise.resolve(resources.map(verdict));
  });
  await Promise.all(Array.from({ length: 250 }, (_, at) => validate(resource("Service", String(at)))));
  expect(sizes).toEqual([100, 100, 50]);
});

it("passes a failure on to everyone who waits for it", async () => {
  const validate = validateByKind(() => Promise.reject(new Error("the engine is gone")));
  const results = await Promise.allSettled([validate(resource("Service", "a")), validate(resource("Service", "b"))]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
