import { describe, expect, it } from "vitest";
import { blamed } from "./blame.ts";
import { RenderFailure } from "./failure.ts";
import type { ApplicationSource } from "./schema-source.ts";
import { memoryTree } from "./testing/memory-tree.ts";

const files = {
  "web/kustomization.yaml":
    "resources:\n  - ../base\n  - ../../../secret.yaml\nconfigMapGenerator:\n  - name: a\n    files:\n      - key=conf/a.txt\nhelmCharts:\n  - name: x\n    repo: https://charts.example.com\n    version: 1.0.0\n",
  "base/kustomization.yaml": "resources: [ok.yaml, linked.yaml]\n",
  "chart/Chart.yaml":
    "apiVersion: v2\nname: chart\nversion: 1.0.0\ndependencies:\n  - name: own\n    version: 1.0.0\n    repository: file://../own\n  - name: bare\n    version: 1.0.0\n",
  "own/Chart.yaml":
    "apiVersion: v2\nname: own\nversion: 1.0.0\ndependencies:\n  - name: deep\n    version: 1.0.0\n    repository: file://../gone\n",
};

/** Where a failure of that sentence is found to stand: "file:line:column", or the field of the source. */
function blame(
  message: string,
  source: Partial<ApplicationSource> = {},
  rule: "failed" | "refused" = "refused",
): string {
  const path = source.path ?? "web";
  const failure = new RenderFailure(`render/${rule}`, `app does not render: ${message}`);
  const found = blamed(failure, {
    source: { repoURL: "https://example.com", path, ...source },
    directory: path,
    tree: memoryTree(files),
  });
  const [place] = found.at;
  return place === undefined ? (found.field ?? []).join(".") : `${place.file}:${place.line}:${place.column}`;
}

describe("what a failure is about", () => {
  it.each([
    ['symbolic link "base/linked.yaml" leads in circles', "base/kustomization.yaml:1:22"],
    ['symbolic link "web/conf" leaves the repository: it points to "/etc"', "web/kustomization.yaml:7:9"],
    ['"secret.yaml" is outside the file tree', "web/kustomization.yaml:3:5"],
    ['symbolic link "web/unnamed" leads in circles', "web/unnamed:1:1"],
  ])("%s: the entry of the kustomization", (message, expected) => {
    expect(blame(message)).toBe(expected);
  });

  it("says a path that leads out as it is written", () => {
    const failure = new RenderFailure("render/refused", 'app does not render: "secret.yaml" is outside the file tree');
    const source = { repoURL: "https://example.com", path: "web" };
    expect(blamed(failure, { source, directory: "web", tree: memoryTree(files) }).message).toBe(
      'web/kustomization.yaml refers to "../../../secret.yaml", which leads out of the repository',
    );
  });

  it.each([
    ["there is no chart at gone", "own/Chart.yaml:7:17"],
    ["the dependency bare has no repository and is not in charts/", "chart/Chart.yaml:8:5"],
  ])("%s: the dependency in Chart.yaml", (message, expected) => {
    expect(blame(message, { path: "chart" }, "failed")).toBe(expected);
  });

  it.each([
    [
      "the values file chart/b.yaml does not exist",
      { helm: { valueFiles: ["a.yaml", "b.yaml"] } },
      "helm.valueFiles.1",
    ],
    ["the values file env/b.yaml does not exist", { helm: { valueFiles: ["$ref/env/b.yaml"] } }, "helm.valueFiles.0"],
    [
      'web/kustomization.yaml refers to "gone", which does not exist',
      { path: "web", kustomize: { components: ["../gone"] } },
      "kustomize.components.0",
    ],
    ["a chart crashed the engine", { path: "chart" }, ""],
    ["chart cannot be read", { path: "chart" }, ""],
  ])("%s: the field of the source", (message, source, expected) => {
    expect(blame(message, { path: "chart", ...source }, "failed")).toBe(expected);
  });

  it("says a missing file as it is written", () => {
    const message = 'app does not render: web/kustomization.yaml:2 refers to "base", which does not exist';
    const source = { repoURL: "https://example.com", path: "web" };
    const failure = new RenderFailure("render/failed", message, {
      at: [{ file: "web/kustomization.yaml", line: 2, column: 1 }],
    });
    expect(blamed(failure, { source, directory: "web", tree: memoryTree(files) })).toMatchObject({
      message: 'app does not render: web/kustomization.yaml refers to "../base", which does not exist',
      at: [{ file: "web/kustomization.yaml", line: 2, column: 5 }],
    });
  });

  it.each([
    ["cannot load values.yaml: error converting YAML to JSON: yaml: line 7: did not find", "chart/values.yaml", 7],
    ["cannot load values.yaml: error converting YAML to JSON: yaml: did not find", "chart/values.yaml", 1],
  ])("a chart that cannot be loaded: %s", (cause, file, line) => {
    const failure = new RenderFailure(
      "render/failed",
      `app does not render: the chart at chart cannot be loaded: ${cause}`,
    );
    const source = { repoURL: "https://example.com", path: "chart" };
    expect(blamed(failure, { source, directory: "chart", tree: memoryTree(files) })).toMatchObject({
      message: `app does not render: ${file} cannot be read: did not find`,
      at: [{ file, line, column: 1 }],
    });
  });

  it("a chart that could not be fetched: what asks for it", () => {
    const chart = (repository: string, name: string) =>
      blamed(
        new RenderFailure("render/source-unavailable", "no", { charts: [{ repository, chart: name, version: "1" }] }),
        {
          source: { repoURL: "https://own.example.com", chart: "y", path: "web" },
          directory: "web",
          tree: memoryTree(files),
        },
      );
    expect(chart("https://charts.example.com", "x").at).toEqual([
      { file: "web/kustomization.yaml", line: 9, column: 5 },
    ]);
    expect(chart("https://own.example.com", "y").field).toEqual(["chart"]);
  });
});
