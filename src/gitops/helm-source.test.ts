import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engines, Sources } from "./contracts.ts";
import { packArchive } from "./testing/archive.ts";
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
    [
      { valueFiles: ["https://example.com/v.yaml"] },
      "render/source-unavailable",
      "https://example.com/v.yaml could not",
    ],
    [{ valueFiles: ["file:///etc/passwd"] }, "render/failed", 'is a URL of scheme "file", which is not allowed'],
    [{ fileParameters: [{ name: "a", path: "git::https://x/y" }] }, "render/failed", 'of scheme "git"'],
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
      { file: "app.json", line: 1, column: 1, via: "templates/cm.yaml of web 1.2.3" },
    ]);
  });

  it("reads file parameters and override files inside a fetched chart, as in a repository", async () => {
    const scratch = mkdtempSync(join(tmpdir(), "slipway-gitops-"));
    const file = join(scratch, "web.tgz");
    const inside = {
      ...chartAt("web"),
      "web/files/motd.txt": "hello",
      "web/.argocd-source.yaml": "helm: {releaseName: overridden, skipCrds: true}\n",
      "web/.argocd-source-app.yaml": 'helm: {parameters: [{name: a, value: "$ARGOCD_APP_REVISION"}]}\n',
      "web/.helmignore": "ignored.yaml\n",
      "web/templates/ignored.yaml": "{{ fail `not ignored` }}",
    };
    writeFileSync(file, packArchive(inside));
    try {
      const chart: Sources["chart"] = async () => ({ file, id: "sha256:2", version: "1.2.3" });
      const helm = { fileParameters: [{ name: "file", path: "files/motd.txt" }] };
      const source = { repoURL: "https://charts.example.com", chart: "web", targetRevision: "1.x", helm };
      const app = await oneApplication(engines, { source }, { files: {}, sources: { chart } });
      expect(app.rendered.findings).toEqual([]);
      expect(resourceNames(app)).toEqual(["ConfigMap shop/overridden"]);
      expect(field(app, "data")).toMatchObject({ a: "1.2.3", file: "hello" });
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });

  it("reads value files and file parameters from addresses, in their order, and says when they are not pinned", async () => {
    const scratch = mkdtempSync(join(tmpdir(), "slipway-gitops-"));
    const contents: Record<string, string> = {
      "https://example.com/one.yaml?x=1": "a: one\nb: one\n",
      "http://example.com/app.yaml": "b: two\n",
      "https://example.com/text": "text",
    };
    const asked: string[] = [];
    const fetch: Sources["file"] = async (url) => {
      asked.push(url);
      const content = contents[url];
      if (content === undefined) return { unavailable: `${url} answered 404` };
      const file = join(scratch, String(asked.length));
      writeFileSync(file, content);
      return { file, id: `sha256:${content}`, locked: !url.startsWith("http:") };
    };
    try {
      const helm = {
        valueFiles: ["https://example.com/one.yaml?x=1", "values/own.yaml", "http://example.com/$ARGOCD_APP_NAME.yaml"],
        fileParameters: [{ name: "file", path: "https://example.com/text" }],
        ignoreMissingValueFiles: true,
        skipCrds: true,
      };
      const files = { ...chartAt("chart"), "chart/values/own.yaml": "a: own\nb: own\nc: own\n" };
      const parts = { files, sources: { file: fetch } };
      const app = await oneApplication(engines, { source: here({ path: "chart", helm }) }, parts);
      expect(field(app, "data")).toMatchObject({ a: "own", b: "two", c: "own", file: "text" });
      expect(app.rendered.findings).toMatchObject([
        {
          rule: "sources/unlocked",
          message: expect.stringContaining("http://example.com/app.yaml is not in the lock"),
        },
      ]);
      const absent = { valueFiles: ["https://example.com/absent.yaml"], ignoreMissingValueFiles: true };
      const failed = await oneApplication(engines, { source: here({ path: "chart", helm: absent }) }, parts);
      expect(failed.report).toMatchObject({
        status: "not-rendered",
        reason: "The value file https://example.com/absent.yaml could not be fetched",
      });
      expect(failed.rendered.findings).toMatchObject([
        { rule: "render/source-unavailable", detail: "https://example.com/absent.yaml answered 404" },
      ]);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });

  it("names a broken value file from an address by where it is from", async () => {
    const scratch = mkdtempSync(join(tmpdir(), "slipway-gitops-"));
    const file = join(scratch, "broken");
    writeFileSync(file, "a: [\n");
    try {
      const fetch: Sources["file"] = async () => ({ file, id: "sha256:3" });
      const helm = { valueFiles: ["https://example.com/prod/broken.yaml"] };
      const parts = { files: chartAt("chart"), sources: { file: fetch } };
      const app = await oneApplication(engines, { source: here({ path: "chart", helm }) }, parts);
      expect(app.rendered.findings).toMatchObject([
        { rule: "render/failed", message: expect.stringContaining("broken.yaml"), at: [{ file: "app.json" }] },
      ]);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});
