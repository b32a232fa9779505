import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { environmentsPage, withFields } from "./environment-docs.ts";

it("the page of Environments has every field; `node --conditions=source scripts/environment-docs.ts` writes them", () => {
  const page = readFileSync(environmentsPage, "utf8");
  expect(withFields(page)).toBe(page);
  expect(page).toContain("| `spec.server.volumes[].sizeGB` | whole number, 10 to 10240 | required |");
});

it("a page without the marks is refused", () => {
  expect(() => withFields("# Environments\n")).toThrow("lacks the marks");
});
