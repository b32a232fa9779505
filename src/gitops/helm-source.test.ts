import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engines } from "./contracts.ts";
import { directEngines } from "./testing/engines.ts";
import { chartAt, field, here, oneApplication, packedChart, resourceNames } from "./testing/one-application.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});
const { folder, archive } = packedChart();
afterAll(() => rmSync(folder, { recursive: true }));

describe("helm sources", () => {
  it("lays chart, valueFiles, values and parameters over each other in Helm's order", async () => {
    const helm = {
      releaseName: "rel",
      valueFiles: ["../values/*.yaml", "/values/$ARGOCD_APP_NAME.yaml", "missing.yaml"],
      ignoreMissingValueFiles: true,
      values: "b: never seen\n",
      valuesObject: { b: "object" },
      parameters: [{ name: "c", value: "1,2", forceString: true }],
      fileParameters: [{ name: "file", path: "../values/text.txt" }],
      kubeVersion: "v1.30.1+k3s1",
      apiVersions: ["acme.io/v1"],
      skipCrds: true,
      namespace: "elsewhere",
    };
    const files = {
      ...chartAt("chart"),
      "values/one.yaml": "a: one\nb: one\n",
      "values/app.yaml": "a: named\n",
      "values/text.txt": "text",
    };
    const app = await oneApplication(engines, { source: here({ path: "chart", helm }) }, { files });
    expect(app.rendered.findings).toEqual([]);
    expect(resourceNames(app)).toEqual(["ConfigMap elsewhere/rel"]);
    expect(field(app, "data")).toEqual({
      a: "named",
      b: "object",
      c: "1,2",
      file: "text",
      kube: "v1.30.1",
      api: "true",
    });
  });

  it("names the release after the Application, brings CRDs and leaves Helm's tests out", async () => {
    const app = await oneApplication(engines, { source: here({ path: "chart" }) }, { files: chartAt("chart") });
    expect(resourceNames(app)).toEqual(["CustomResourceDefinition /things.acme.io", "ConfigMap shop/app"]);
    expect(app.rendered.resources[1]?.origin).toEqual([
      { file: "chart/templates/cm.yaml", line: 1, column: 1 },
      { file: "app.json", line: 1, column: 1, via: "Application" },
    ]);
  });

  it("honours .argocd-source.yaml and then the Application's own, but not a change of place", async () => {
    const files = {
      ...chartAt("chart"),
      "chart/.argocd-source.yaml": "path: elsewhere\nhelm: {releaseName: common, valuesObject: {a: common}}\n",
      "chart/.argocd-source-app.yaml": "helm: {valuesObject: {a: own}}\n",
    };
    const app = await oneApplication(engines, { source: here({ path: "chart" }) }, { files });
    expect(resourceNames(app)).toContain("ConfigMap shop/common");
    expect(field(app, "data.a", 1)).toBe("own");
  });

  it.each([
    [{ valueFiles: ["missing.yaml"] }, "render/failed", "missing.yaml"],
    [{ valueFiles: ["env/*.yaml"] }, "render/failed", "The value file pattern env/*.yaml matches no file"],
    [{ valueFiles: ["../../secret.yaml"] }, "render/refused", "leads out of the repository"],
    [{ valueFiles: ["https://example.com/v.yaml"] }, "render/source-unavailable", "is a URL"],
  ])("says why %j cannot be had", async (helm, rule, message) => {
    const app = await oneApplication(engines, { source: here({ path: "chart", helm }) }, { files: chartAt("chart") });
    expect(app.rendered.findings).toMatchObject([
      { rule, message: expect.stringContaining(message), at: [{ file: "app.json" }] },
    ]);
  });

  it("renders a chart of a chart repository with value files from inside it", async () => {
    const chart = async (): Promise<{ file: string; id: string; version: string }> => ({
      file: archive,
      id: "sha256:1",
      version: "1.2.3",
    });
    const source = {
      repoURL: "https://charts.example.com",
      chart: "web",
      targetRevision: "1.2.3",
      helm: { valueFiles: ["values-prod.yaml"], skipCrds: true },
    };
    const app = await oneApplication(engines, { source }, { files: {}, sources: { chart } });
    expect(app.report).toMatchObject({ status: "rendered", sources: ["https://charts.example.com web@1.2.3"] });
    expect(field(app, "data.b")).toBe("inside");
    expect(app.rendered.resources[0]?.origin).toEqual([
      { file: "app.json", line: 1, column: 1, via: "web/templates/cm.yaml of web 1.2.3" },
    ]);
  });
});
