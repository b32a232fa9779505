import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { expect, test } from "vitest";

import { actionFolders, currentReadme } from "./action-readme.ts";

const folders = actionFolders().map((folder) => [basename(folder), folder] as const);

test("there are actions to document", () => {
  expect(folders.map(([name]) => name)).toContain("validate");
});

test.each(folders)("the tables in the README of %s are what its action.yml says", (_, folder) => {
  expect(readFileSync(join(folder, "README.md"), "utf8")).toBe(currentReadme(folder));
});
