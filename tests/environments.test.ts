import { describe, expect, it } from "vitest";
import { environmentText } from "../src/environment/environment.fixture.ts";
import { renderMarkdown } from "../src/report/markdown/markdown.ts";
import { renderText } from "../src/report/text/text.ts";
import { createFolder, createRepository } from "../src/tree/testing/repository.ts";
import { check } from "./rules/check.ts";

const root = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: root, namespace: argocd }
spec:
  project: default
  destination: { server: https://kubernetes.default.svc, namespace: web }
  source: { repoURL: https://github.com/acme/platform.git, path: web }
`;
const config = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata: { LOG_LEVEL: info }\n";
const platform = { "argocd/root.yaml": root, "web/config.yaml": config };
const withType = (type: string): string =>
  environmentText("  budget: { monthlyEUR: 8 }\n", {
    server: `provider: hetzner, locations: [nbg1], types: [${type}]`,
  });
const file = "manifests/environments/dev.yaml";

describe("a pull request that changes an Environment", () => {
  it("is told what happens to the server and to the bill, in every form of the report", async () => {
    using repository = createRepository({ ...platform, [file]: withType("cx23") });
    repository.commit();
    repository.write({ [file]: withType("cx33") });
    const report = await check(repository.root, { base: "HEAD" });
    expect(report.environments).toMatchObject([
      { environment: "dev", kind: "changed", file, cost: { before: "5.99", after: "8.99", isOverBudget: true } },
    ]);
    expect(report.findings.map(({ rule }) => rule)).toContain("environment/budget");
    const sentence = "€ 5.99 → € 8.99 a month";
    expect(renderText(report)).toContain(sentence);
    expect(renderMarkdown(report, { limit: 60_000 })).toContain(sentence);
    expect(renderMarkdown(report, { limit: 60_000 })).not.toContain("nothing changes");
  });

  it("has nothing about Environments when they stay as they are", async () => {
    using repository = createRepository({ ...platform, [file]: withType("cx23") });
    repository.commit();
    repository.write({ "web/config.yaml": config.replace("info", "debug") });
    const report = await check(repository.root, { base: "HEAD" });
    expect(report.environments).toEqual([]);
    expect(renderText(report)).not.toContain("Environments");
  });
});

describe("a broken Environment", () => {
  it("is a finding at its line, and the rest of the report still comes", async () => {
    using folder = createFolder({ ...platform, [file]: `${withType("cx23")}  slep: {}\n` });
    const { findings, applications } = await check(folder.root);
    const told = findings.filter(({ rule }) => rule.startsWith("environment/"));
    expect(told.map(({ rule, message, at: [place] }) => [rule, place?.line, message])).toEqual([
      ["environment/invalid", 10, 'spec has no field "slep"'],
    ]);
    expect(applications.map(({ name, status }) => [name, status])).toContainEqual(["root", "rendered"]);
  });

  it("that is no YAML is told once, as such", async () => {
    using folder = createFolder({ ...platform, [file]: `${withType("cx23")}  sleep: [\n` });
    const { findings } = await check(folder.root);
    expect(findings.map(({ rule }) => rule).filter((rule) => /^(?:yaml|environment)\//.test(rule))).toEqual([
      "yaml/syntax",
    ]);
  });
});
