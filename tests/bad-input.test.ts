import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { annotationsOf } from "../src/report/annotations.ts";
import { renderMarkdown } from "../src/report/markdown/markdown.ts";
import { renderText } from "../src/report/text/text.ts";
import { createFolder, createRepository, type TestFolder } from "../src/tree/testing/repository.ts";
import { badCharts } from "./bad-chart.fixture.ts";
import { badAliases } from "./bad-aliases.fixture.ts";
import { type BadInput, badInputs, healthy } from "./bad-input.fixture.ts";
import { check } from "./rules/check.ts";

function prepare({ files, links = {} }: BadInput): TestFolder {
  const folder = createFolder({ ...healthy, ...files });
  for (const [path, target] of Object.entries(links)) folder.link(path, target);
  return folder;
}

describe("bad input is told, and the rest of the report still comes", () => {
  it.each([...badInputs, ...badAliases, ...badCharts])("$name", async (input) => {
    using folder = prepare(input);
    const report = await check(folder.root, input.timeoutMs === undefined ? {} : { timeoutMs: input.timeoutMs });
    const places = report.findings.map(({ rule, at: [place] }) => `${rule} ${place?.file}:${place?.line}`);
    expect(places.toSorted()).toEqual(input.findings);
    expect(report.findings.map(({ message }) => message).join("\n")).toContain(input.says ?? "");
    const statuses = new Map(report.applications.map(({ name, status }) => [name, status]));
    expect(statuses.get("web")).toBe(input.status);
    expect(report.applications).toContainEqual(
      expect.objectContaining({ name: "healthy", status: "rendered", resources: 1 }),
    );
  });
});

describe("hostile names", () => {
  const escape = String.fromCodePoint(27);
  const name = `![x](https://evil.example/x.png) <img src=x> ${escape}[2J\n::error::owned | @everyone`;
  const object = {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Application",
    metadata: { name, namespace: "argocd" },
    spec: {
      project: "\n::add-mask::x",
      destination: { server: "https://kubernetes.default.svc" },
      source: { repoURL: "https://github.com/acme/platform.git", path: `${escape}]0;x\n::stop-commands::x` },
    },
  };

  it("reach no reader as commands, markup or control characters", async () => {
    using folder = createFolder({ ...healthy, "argocd/web.yaml": JSON.stringify(object) });
    const report = await check(folder.root);
    expect(report.findings.map(({ rule }) => rule).toSorted()).toEqual(["gitops/project-missing", "render/failed"]);
    expect(report.applications).toContainEqual(expect.objectContaining({ name: "healthy", status: "rendered" }));
    const text = renderText(report);
    const markdown = renderMarkdown(report, { limit: 64_000 });
    const annotations = JSON.stringify(annotationsOf(report));
    for (const shown of [text, markdown, annotations]) {
      expect(shown).not.toContain(escape);
      expect(shown).not.toContain("\\u001b");
      expect(shown).not.toMatch(/^::/m);
    }
    expect(markdown).not.toContain("![x](");
    expect(markdown).not.toContain("<img");
    expect(markdown).not.toMatch(/(?<!`[^`\n]*)@everyone/);
  });
});

describe("a base revision", () => {
  it("that is not there is named, with what to do", async () => {
    using repository = createRepository(healthy);
    repository.commit();
    await expect(check(repository.root, { base: "release" })).rejects.toMatchObject({
      code: "SLW-BASE",
      message: expect.stringContaining('"release" is not in this repository'),
      hint: expect.stringContaining("git fetch origin release"),
    });
  });

  it("that a shallow clone lacks leads to the fetch-depth to set", async () => {
    using origin = createRepository(healthy);
    const first = origin.commit();
    origin.commit();
    using clone = createRepository();
    clone.git("fetch", "--quiet", "--depth=1", pathToFileURL(origin.root).href, "main");
    clone.git("checkout", "--quiet", "FETCH_HEAD");
    await expect(check(clone.root, { base: first })).rejects.toMatchObject({
      code: "SLW-BASE",
      message: expect.stringContaining("shallow"),
      hint: expect.stringContaining("fetch-depth: 0"),
    });
  });
});
