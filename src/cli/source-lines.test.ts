import { expect, it } from "vitest";
import { createFolder } from "../tree/testing/repository.ts";
import { lineReader } from "./source-lines.ts";

it("gives lines of files and of links within the folder", () => {
  using folder = createFolder({ "a.yaml": "one\r\ntwo\n", "..b/c.yaml": "three\n" });
  folder.link("link.yaml", "a.yaml");
  const lineOf = lineReader(folder.root);
  expect([lineOf("a.yaml", 2), lineOf("link.yaml", 1), lineOf("..b/c.yaml", 1)]).toEqual(["two", "one", "three"]);
  expect([lineOf("a.yaml", 9), lineOf("missing.yaml", 1)]).toEqual([undefined, undefined]);
});

it("shows nothing of what a link out of the folder leads to", () => {
  using outside = createFolder({ secret: "token\n" });
  using folder = createFolder({ "a.yaml": "one\n" });
  folder.link("file.yaml", `${outside.root}/secret`);
  folder.link("folder", outside.root);
  const lineOf = lineReader(folder.root);
  expect([lineOf("file.yaml", 1), lineOf("folder/secret", 1), lineOf("../secret", 1)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
