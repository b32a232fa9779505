import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../model/resource.ts";
import { openFiles } from "../tree/index.ts";
import type { Engines } from "./contracts.ts";
import { directEngines } from "./testing/engines.ts";
import { memoryTree } from "./testing/memory-tree.ts";
import { chartAt, field, here, oneApplication, packedChart, resourceNames } from "./testing/one-application.ts";
import { configMapYaml } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});
const { folder, archive } = packedChart();
afterAll(() => rmSync(folder, { recursive: true }));

describe("several sources", () => {
  it("takes value files of a ref, keeps the last of repeated resources and says so", async () => {
    const sources = [
      here({ path: "chart", helm: { valueFiles: ["$conf/env/prod.yaml"], skipCrds: true } }),
      here({ ref: "conf" }),
      here({ path: "extra" }),
    ];
    const files = {
      ...chartAt("chart"),
      "env/prod.yaml": "a: prod\n",
      "extra/cm.yaml": `${configMapYaml("app", "extra")}---\n${configMapYaml("more")}`,
    };
    const app = await oneApplication(engines, { sources }, { files });
    expect(resourceNames(app)).toEqual(["ConfigMap shop/app", "ConfigMap shop/more"]);
    expect(field(app, "data")).toEqual({ k: "extra" });
    expect(app.rendered.findings).toMatchObject([
      { rule: "gitops/repeated-resource", at: [{ file: "extra/cm.yaml" }, { file: "chart/templates/cm.yaml" }] },
    ]);
  });

  it("reads value files of another repository next to a fetched chart", async () => {
    const other = memoryTree({ "prod.yaml": "a: elsewhere\n" }, "abc1234");
    const sources = [
      {
        repoURL: "https://charts.example.com",
        chart: "web",
        targetRevision: "1.2.3",
        helm: { valueFiles: ["$conf/prod.yaml"], skipCrds: true },
      },
      { repoURL: "https://git.example.com/conf.git", targetRevision: "v1", ref: "conf" },
    ];
    const app = await oneApplication(
      engines,
      { sources },
      {
        files: {},
        opened: { "/fetched": other },
        sources: {
          chart: async () => ({ file: archive, id: "sha256:1", version: "1.2.3" }),
          git: async () => ({ directory: "/fetched", commit: "abc1234" }),
        },
      },
    );
    expect(app.rendered.findings).toEqual([]);
    expect(field(app, "data.a")).toBe("elsewhere");
  });

  it("lets a chart have a `ref` that nobody uses", async () => {
    const charted = { repoURL: "https://charts.example.com", chart: "web", targetRevision: "1.2.3", ref: "unused" };
    const chart = async (): Promise<{ file: string; id: string; version: string }> => ({
      file: archive,
      id: "sha256:1",
      version: "1.2.3",
    });
    const app = await oneApplication(engines, { sources: [charted] }, { files: {}, sources: { chart } });
    expect(app.report.status).toBe("rendered");
  });

  it.each([
    ["$nope/x.yaml", {}, "names the source $nope, but the sources are $conf"],
    ["$conf/x.yaml", { chart: "c", targetRevision: "1" }, "only Git repositories can be referenced"],
  ])("refuses %s", async (file, extra, message) => {
    const sources = [here({ path: "chart", helm: { valueFiles: [file] } }), here({ ref: "conf", ...extra })];
    const app = await oneApplication(engines, { sources }, { files: chartAt("chart") });
    expect(app.rendered.findings).toMatchObject([{ rule: "render/failed", message: expect.stringContaining(message) }]);
  });

  it.each([
    [
      "v1",
      "v2",
      'Argo CD cannot reference multiple revisions for the same repository ($b references "v2" while $a references "v1")',
    ],
    ["v1", "v1", undefined],
    ["v1", undefined, 'cannot reference multiple revisions for the same repository ($b references "" while $a'],
  ])("with refs to one repository at %s and %s are judged as Argo CD does", async (one, two, message) => {
    const ref = (name: string, targetRevision: string | undefined, end: string): Json => ({
      repoURL: `https://git.example.com/conf${end}`,
      ref: name,
      ...(targetRevision !== undefined && { targetRevision }),
    });
    const sources = [
      here({ path: "chart", helm: { valueFiles: ["$a/one.yaml", "$b/two.yaml"] } }),
      ref("a", one, ".git"),
      ref("b", two, ""),
    ];
    const other = memoryTree({ "one.yaml": "a: one\n", "two.yaml": "b: two\n" }, "abc1234");
    const app = await oneApplication(
      engines,
      { sources },
      {
        files: chartAt("chart"),
        opened: { "/fetched": other },
        sources: { git: async () => ({ directory: "/fetched", commit: "abc1234" }) },
      },
    );
    expect(app.rendered.findings.map(({ rule }) => rule)).toEqual(message === undefined ? [] : ["render/failed"]);
    expect(app.rendered.findings[0]?.message ?? "").toContain(message ?? "");
  });

  it("may not refer to their own repository at another revision", async () => {
    const files = { ...chartAt("chart"), "env/prod.yaml": "a: now\n" };
    const sources = (targetRevision: string): Json[] => [
      here({ path: "chart", helm: { valueFiles: ["$conf/env/prod.yaml"] } }),
      here({ ref: "conf", targetRevision }),
    ];
    const then = { type: "file" as const, content: new TextEncoder().encode("a: then\n") };
    const revisions = { v1: openFiles(new Map([["env/prod.yaml", then]]), "revision v1") };
    const refused = await oneApplication(engines, { sources: sources("v1") }, { files, revisions });
    expect(refused.rendered.findings).toMatchObject([
      {
        rule: "render/failed",
        message:
          'Argo CD cannot reference a different revision of the same repository ($conf references "v1" which resolves to "revision v1" while the application references "HEAD" which resolves to "the working copy")',
      },
    ]);
    const same = await oneApplication(engines, { sources: sources("main") }, { files, revisions });
    expect(same.rendered.findings).toEqual([]);
  });
});
