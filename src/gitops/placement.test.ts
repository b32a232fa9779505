import { beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "./contracts.ts";
import { directEngines } from "./testing/engines.ts";
import { memoryTree } from "./testing/memory-tree.ts";
import { here, oneApplication, resourceNames } from "./testing/one-application.ts";
import { configMapYaml } from "./testing/repository.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});

describe("where sources are", () => {
  it("reads a pinned revision from the clone, and says when the clone does not have it", async () => {
    const old = memoryTree({ "dir/cm.yaml": configMapYaml("old") }, "revision v1");
    const parts = { files: { "dir/cm.yaml": configMapYaml("new") }, revisions: { v1: old } };
    expect(
      resourceNames(await oneApplication(engines, { source: here({ path: "dir", targetRevision: "v1" }) }, parts)),
    ).toEqual(["ConfigMap shop/old"]);
    expect(
      resourceNames(await oneApplication(engines, { source: here({ path: "dir", targetRevision: "main" }) }, parts)),
    ).toEqual(["ConfigMap shop/new"]);
    const gone = await oneApplication(engines, { source: here({ path: "dir", targetRevision: "v2" }) }, parts);
    expect(gone.report.status).toBe("not-rendered");
    expect(gone.rendered.findings).toMatchObject([{ rule: "gitops/pinned-revision", severity: "notice" }]);
  });

  it("reports what cannot be fetched as not rendered, with the cause", async () => {
    const app = await oneApplication(
      engines,
      { source: { repoURL: "https://git.example.com/x.git", path: "p" } },
      { files: {} },
    );
    expect(app.report).toMatchObject({
      status: "not-rendered",
      reason: "https://git.example.com/x.git at HEAD could not be fetched",
    });
    const detail = expect.stringContaining("there is no network in this test");
    expect(app.rendered.findings).toMatchObject([{ rule: "render/source-unavailable", severity: "warning", detail }]);
  });

  it("names all charts that cannot be fetched at once", async () => {
    const helmCharts = ["a", "b"].map((name) => `{ name: ${name}, repo: https://charts.example.com, version: 1.0.0 }`);
    const files = { "app/kustomization.yaml": `helmCharts: [${helmCharts.join(", ")}]\n` };
    const app = await oneApplication(engines, { source: here({ path: "app" }) }, { files });
    expect(app.report.reason).toBe("Charts a 1.0.0, b 1.0.0 could not be fetched");
  });

  it("makes a wrong digest an error", async () => {
    const chart = async (): Promise<{ unavailable: string; rule: "sources/digest-mismatch" }> => ({
      unavailable: "it has another digest",
      rule: "sources/digest-mismatch",
    });
    const app = await oneApplication(
      engines,
      { source: { repoURL: "oci://r.example.com/charts/web", path: ".", targetRevision: "1.0.0" } },
      { files: {}, sources: { chart } },
    );
    expect(app.rendered.findings).toMatchObject([{ rule: "sources/digest-mismatch", severity: "error" }]);
  });

  it("refuses absolute paths, escapes and several types at once", async () => {
    for (const [source, rule] of [
      [{ path: "/etc" }, "render/failed"],
      [{ path: "../up" }, "render/refused"],
      [{ path: "dir", helm: {}, kustomize: {} }, "render/failed"],
    ] as const) {
      const app = await oneApplication(
        engines,
        { source: here(source) },
        { files: { "dir/x.yaml": configMapYaml("x") } },
      );
      expect(app.rendered.findings.map((found) => found.rule)).toEqual([rule]);
    }
  });

  it("does not run a config-management plugin and says so", async () => {
    const app = await oneApplication(
      engines,
      { source: here({ path: "dir", plugin: { name: "cdk8s" } }) },
      { files: { "dir/x.yaml": configMapYaml("x") } },
    );
    expect(app.report).toMatchObject({
      status: "not-rendered",
      reason: expect.stringContaining("cdk8s is not run here"),
    });
    expect(app.rendered.findings).toMatchObject([{ rule: "gitops/plugin", severity: "notice" }]);
  });
});
