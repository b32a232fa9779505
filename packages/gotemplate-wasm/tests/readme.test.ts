import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { results, text as rendered } from "./example.ts";

const text = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the README's example is the one that runs here", () => {
  const [, example] = /```ts\n(.*?)```/s.exec(text("../README.md")) ?? [];
  expect(example).toBe(text("example.ts").replaceAll("export const", "const"));
  expect(rendered).toBe("web-feature");
  expect(results).toMatchObject([
    { text: "3" },
    { error: { message: 'the template fails in line 1: map has no entry for key "host"' } },
  ]);
});
