import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChartRef, Engines } from "./contracts.ts";
import { directEngines } from "./testing/engines.ts";
import { field, here, oneApplication, packedChart, resourceNames } from "./testing/one-application.ts";

let engines: Engines;
beforeAll(async () => {
  engines = await directEngines();
});
const { folder, archive } = packedChart();
afterAll(() => rmSync(folder, { recursive: true }));

describe("kustomize sources", () => {
  const files = {
    "k/kustomization.yaml": "resources: [d.yaml]\n",
    "k/d.yaml":
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 1\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{name: web, image: nginx:1}]}\n",
    "part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnameSuffix: -part\n",
  };

  it("applies every option of the Application, build variables included", async () => {
    const kustomize = {
      namePrefix: "pre-",
      nameSuffix: "-suf",
      namespace: "other",
      images: ["nginx=acme/nginx:$ARGOCD_APP_REVISION_SHORT"],
      replicas: [{ name: "web", count: "3" }],
      commonLabels: { app: "${ARGOCD_APP_NAME}" },
      forceCommonLabels: true,
      commonAnnotations: { from: "$ARGOCD_APP_SOURCE_PATH", plain: "x" },
      commonAnnotationsEnvsubst: true,
      patches: [{ target: { kind: "Deployment" }, patch: "- op: add\n  path: /spec/paused\n  value: true\n" }],
      components: ["../part"],
    };
    const app = await oneApplication(engines, { source: here({ path: "k", kustomize }) }, { files });
    expect(app.rendered.findings).toEqual([]);
    expect(resourceNames(app)).toEqual([expect.stringMatching(/^Deployment other\/pre-web.*-suf/)]);
    expect(field(app, "spec.template.spec.containers[0].image")).toBe("acme/nginx:0123456");
    expect(field(app, "spec.replicas")).toBe(3);
    expect(field(app, "spec.paused")).toBe(true);
    expect(field(app, "metadata.labels.app")).toBe("app");
    expect(field(app, "metadata.annotations")).toMatchObject({ from: "k", plain: "x" });
  });

  it("leaves annotations alone without commonAnnotationsEnvsubst", async () => {
    const app = await oneApplication(
      engines,
      { source: here({ path: "k", kustomize: { commonAnnotations: { a: "$ARGOCD_APP_NAME" } } }) },
      { files },
    );
    expect(field(app, "metadata.annotations.a")).toBe("$ARGOCD_APP_NAME");
  });

  it("stops at the first component it finds with ignoreMissingComponents, as Argo CD 3.6 does", async () => {
    const kustomize = { components: ["../gone", "../part"], ignoreMissingComponents: true };
    const app = await oneApplication(engines, { source: here({ path: "k", kustomize }) }, { files });
    expect(resourceNames(app)).toEqual(["Deployment shop/web-part"]);
  });

  it("fetches the charts of helmCharts when the engine asks for them", async () => {
    const asked: ChartRef[] = [];
    const chart = async (ref: ChartRef): Promise<{ file: string; id: string; version: string }> => {
      asked.push(ref);
      return { file: archive, id: "sha256:1", version: "1.2.3" };
    };
    const kustomization =
      "helmCharts:\n- {name: web, repo: https://charts.example.com, version: 1.2.3, releaseName: rel}\n";
    const app = await oneApplication(
      engines,
      { source: here({ path: "h" }) },
      { files: { "h/kustomization.yaml": kustomization }, sources: { chart } },
    );
    expect(app.rendered.findings).toEqual([]);
    expect(asked[0]).toEqual({ repository: "https://charts.example.com", chart: "web", version: "1.2.3" });
    expect(resourceNames(app)).toContain("ConfigMap default/rel");
    expect(app.rendering?.charts).toEqual([{ ref: asked[0], id: "sha256:1", locked: true }]);
  });

  it("names the chart that is missing, not the patch that fails without it", async () => {
    const kustomization =
      "helmCharts:\n- {name: web, repo: https://charts.example.com, version: 1.2.3}\npatches: [{path: p.yaml}]\n";
    const app = await oneApplication(
      engines,
      { source: here({ path: "h" }) },
      {
        files: {
          "h/kustomization.yaml": kustomization,
          "h/p.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: release}\n",
        },
        sources: { chart: async () => ({ unavailable: "offline" }) },
      },
    );
    expect(app.report.status).toBe("not-rendered");
    expect(app.rendered.findings).toMatchObject([{ rule: "render/source-unavailable", detail: "offline" }]);
  });

  it("does not render a remote base, which is no mistake", async () => {
    const remote = "https://example.com/base.yaml";
    const app = await oneApplication(
      engines,
      { source: here({ path: "k" }) },
      { files: { "k/kustomization.yaml": `resources: ["${remote}"]\n` } },
    );
    expect(app.report.status).toBe("not-rendered");
    expect(app.rendered.findings).toMatchObject([
      { rule: "render/source-unavailable", severity: "warning", message: expect.stringContaining(remote) },
    ]);
  });

  it("fails at the line of the kustomization that is wrong, then at the Application", async () => {
    const app = await oneApplication(
      engines,
      { source: here({ path: "k" }) },
      {
        files: {
          "k/kustomization.yaml": "resources: [../base]\n",
          "base/kustomization.yaml": "resources:\n  - a.yaml\n  - gone.yaml\n",
          "base/a.yaml": files["k/d.yaml"],
        },
      },
    );
    expect(app.report.status).toBe("failed");
    expect(app.rendered.findings).toMatchObject([
      {
        rule: "render/failed",
        at: [
          { file: "base/kustomization.yaml", line: 3 },
          { file: "app.json", line: 1 },
        ],
      },
    ]);
  });
});
