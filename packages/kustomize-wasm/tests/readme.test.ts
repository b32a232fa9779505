import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reads, resources, yaml } from "./example.ts";

const text = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the README's example is the one that runs here", () => {
  const [, example] = /```ts\n(.*?)```/s.exec(text("../README.md")) ?? [];
  expect(example).toBe(text("example.ts").replace("export const", "const"));
  expect(yaml).toBe("apiVersion: v1\nkind: Service\nmetadata:\n  name: production-web\n");
  expect(resources[0]?.origin).toEqual({ path: "base/service.yaml" });
  expect(reads).toContainEqual({ op: "read", path: "base/service.yaml", found: true });
});
