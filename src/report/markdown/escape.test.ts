import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostileText } from "../report.arbitrary.ts";
import { block, code, html, link, text } from "./escape.ts";

describe("text", () => {
  test.each([
    ["a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"],
    ["<b>&amp;", "&lt;b&gt;&amp;amp;"],
    ["@octocat", "@\u200boctocat"],
    ["fixes #12 and GH-3", "fixes \\#\u200b12 and GH-\u200b3"],
    ["see https://evil.example", "see https:\u200b//evil.example"],
    ["a|b", "a\\|b"],
    ["1. x", "1\\. x"],
    ["- x", "\\- x"],
    ["[a](b)", "\\[a\\]\\(b\\)"],
  ])("%j becomes %j", (foreign, markdown) => {
    expect(text(foreign)).toBe(markdown);
  });

  test("has nothing that GitHub would act upon, whatever comes in", () => {
    fc.assert(
      fc.property(hostileText, (foreign) => {
        const markdown = text(foreign);
        expect(markdown).not.toMatch(/[<>\n]|@(?=[\w-])|[#](?=\d)|:\/\/|\bwww\./i);
        // Every character of markup has exactly one backslash before it: runs of them are pairs and one more.
        expect(markdown.replaceAll(/\\[\s\S]/g, "")).not.toMatch(/[\\`*_[\]()#!|~$]/);
      }),
    );
  });
});

describe("code", () => {
  test.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`a``", "``` `a`` ```"],
    ["a\nb", "`a b`"],
    ["", "``` ```"],
  ])("%j becomes %j", (foreign, markdown) => {
    expect(code(foreign)).toBe(markdown);
  });

  test("is fenced by more backticks than it has in a row", () => {
    fc.assert(
      fc.property(hostileText, (foreign) => {
        const [, fence = "", inner = ""] = /^(`+)([\s\S]*?)\1$/.exec(code(foreign)) ?? [];
        expect(inner).not.toMatch(new RegExp(`(?<!\`)${fence}(?!\`)`));
        expect(inner).not.toContain("\n");
      }),
    );
  });
});

test("a block is closed by its own fence alone", () => {
  fc.assert(
    fc.property(hostileText, (foreign) => {
      const lines = block("diff", foreign).split("\n");
      const fence = lines.at(-1) ?? "";
      expect(lines[0]).toBe(`${fence}diff`);
      expect(lines.slice(1, -1).some((line) => line.includes(fence))).toBe(false);
    }),
  );
});

test("text within HTML stays text", () => {
  fc.assert(
    fc.property(hostileText, (foreign) => {
      expect(html(foreign)).not.toMatch(/[<>"\n]/);
    }),
  );
});

test.each([
  ["https://github.com/a/b/blob/c/d%20e.yaml#L1", "[x](https://github.com/a/b/blob/c/d%20e.yaml#L1)"],
  ["https://x.example/a) [b](c", "[x](https://x.example/a%29%20%5Bb%5D%28c)"],
  ["javascript:alert(1)", "x"],
  [undefined, "x"],
])("a link to %s is %s", (address, markdown) => {
  expect(link("x", address)).toBe(markdown);
});
