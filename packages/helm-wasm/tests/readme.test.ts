import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reads, resources, yaml } from "./example.ts";

const text = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the README's example is the one that runs here", () => {
  const [, example] = /```ts\n(.*?)```/s.exec(text("../README.md")) ?? [];
  expect(example).toBe(text("example.ts").replace("export const", "const"));
  expect(yaml).toBe("---\n# Source: web/templates/app.yaml\nkind: App\nname: shop\nreplicas: 3\n");
  expect(resources).toEqual([
    { manifest: { kind: "App", name: "shop", replicas: 3 }, template: "web/templates/app.yaml" },
  ]);
  expect(reads).toContainEqual({ op: "read", path: "web/.helmignore", found: false });
});
