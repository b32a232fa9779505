import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pageOf, withRules } from "../scripts/rules-index.ts";
import type { Report } from "../src/model/report.ts";
import { ruleDocs } from "../src/model/rule.ts";
import { allRules } from "../src/rules.ts";
import { createFolder, createRepository } from "../src/tree/testing/repository.ts";
import { check } from "./rules/check.ts";
import { type ExampleTree, readPage, type RulePage } from "./rules/page.ts";

const folder = fileURLToPath(new URL("../docs/rules/", import.meta.url));
const files = readdirSync(folder).filter((file) => file !== "README.md");
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");
const pages = files.map((file) => ({ file, ...readPage(textOf(file)) }));

/** What no small repository can show. A rule that joins them needs a reason as good as theirs. */
const withoutExample = [
  "render/limit",
  "sources/digest-mismatch",
  "sources/unlocked",
  "yaml/encoding",
  "yaml/too-large",
];

describe("the rules' pages", () => {
  it("are one for each rule", () => {
    expect(files.toSorted()).toEqual(Object.keys(allRules).map(pageOf).toSorted());
  });

  it("are where findings say they are", () => {
    expect(pages.filter(({ file, rule }) => !ruleDocs(rule).endsWith(`/docs/rules/${file}`))).toEqual([]);
  });

  it("give the rule's severity and sentence", () => {
    const said = Object.fromEntries(pages.map(({ rule, severity, summary }) => [rule, [severity, summary]]));
    expect(said).toEqual(allRules);
  });

  it("say why the rule matters, how to fix it and when to ignore it", () => {
    const headings = ["## Why it matters", "## How to fix it", "## When to ignore it"];
    const lacking = files.filter((file) => headings.some((heading) => !textOf(file).includes(`\n${heading}\n`)));
    expect(lacking).toEqual([]);
  });

  it("are all in the index", () => {
    const index = textOf("README.md");
    expect(index, "run `node scripts/rules-index.ts`").toBe(withRules(index, allRules));
  });

  it("link to files that exist", () => {
    const links = [...files, "README.md"].flatMap((file) =>
      [...textOf(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = ""]) => `${file} → ${to}`),
    );
    expect(links.filter((link) => !existsSync(join(folder, link.split(" → ")[1] ?? "")))).toEqual([]);
  });

  it("lack an example only where there can be none", () => {
    const lacking = pages.filter((page) => page.withoutExample !== undefined);
    expect(lacking.map(({ rule }) => rule).toSorted()).toEqual(withoutExample);
  });
});

async function checkExample({ files: example }: ExampleTree, { compared, before }: RulePage): Promise<Report> {
  if (Object.keys(before.files).length > 0) {
    using repository = createRepository(before.files);
    repository.commit();
    repository.write(example);
    return await check(repository.root, { base: "HEAD" });
  }
  if (!compared) {
    using plain = createFolder(example);
    return await check(plain.root);
  }
  using repository = createRepository(example);
  repository.commit();
  return await check(repository.root, { base: "HEAD" });
}

describe.each(pages.filter((page) => page.withoutExample === undefined))("the example of $rule", (page) => {
  it("has the finding in its bad repository, at the line that is marked", async () => {
    const report = await checkExample(page.bad, page);
    const found = report.findings.filter(({ rule }) => rule === page.rule);
    expect(found.map(({ severity }) => severity)).toContain(page.severity);
    const places = found.map(({ at: [place] }) => ({ file: place?.file, line: place?.line }));
    expect(places).toEqual(expect.arrayContaining(page.bad.marks));
  });

  it("has neither the finding nor an error in its good repository", async () => {
    const report = await checkExample(page.good, page);
    expect(Object.keys(page.good.files)).not.toEqual([]);
    const wrong = report.findings.filter(({ rule, severity }) => rule === page.rule || severity === "error");
    expect(wrong).toEqual([]);
  });
});
