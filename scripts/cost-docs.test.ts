import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { costsPage, withCosts } from "./cost-docs.ts";

it("the page of costs has the catalogue's figures; `node --conditions=source scripts/cost-docs.ts` writes them", () => {
  const page = readFileSync(costsPage, "utf8");
  expect(withCosts(page)).toBe(page);
});

it("a page without the marks is refused", () => {
  expect(() => withCosts("# Costs\n")).toThrow("lacks the marks around examples");
});
