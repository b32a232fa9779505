import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { folderTree, nativeTool } from "go-wasm-host/testing";
import { afterAll, describe, expect, test } from "vitest";
import { createKustomize } from "../src/index.ts";
import { chartCases, chartFolder } from "./helm-charts.ts";
import type { ChartCase } from "./helm-charts.ts";
import { inflateNatively, nativeHelm } from "./helm.ts";
import { buildNatively } from "./native.ts";

const native = nativeTool({ name: "kustomize", module: "sigs.k8s.io/kustomize/kustomize/v5", version: "v5.8.2" });
const helm = nativeHelm();
const kustomize = await createKustomize();
const work = mkdtempSync(join(tmpdir(), "kustomize-charts-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function folder(name: string, files: ChartCase["files"]): string {
  const made = join(work, name.replaceAll(/\W+/g, "-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

describe.skipIf(!native || !helm)("native kustomize 5.8.2 with Helm 4.3.1", () => {
  test.each(chartCases)("prints the same for $name", ({ name, files, path = "", options = {} }) => {
    const input = folder(name, files);
    cpSync(chartFolder, join(input, "charts"), { recursive: true });
    const built = kustomize.build({
      tree: folderTree(input),
      path,
      options,
      inflate: (request) => ({ yaml: inflateNatively(helm ?? "", input, request) }),
    });
    expect(built.yaml).toBe(buildNatively(native ?? "", { input, path, options, helm: helm ?? "" }));
    expect(built.needs).toEqual([]);
  });

  test("prints the same for a chart of a repository, which here is an archive", () => {
    const files = {
      "kustomization.yaml":
        "helmCharts: [{name: web, repo: https://charts.example.com, version: 1.2.0, releaseName: shop, valuesInline: {replicas: 2}}]\n",
    };
    const pulled = folder("pulled", files);
    cpSync(join(chartFolder, "web"), join(pulled, "charts/web-1.2.0/web"), { recursive: true });
    const packed = folder("packed", files);
    execFileSync(helm ?? "", ["package", join(chartFolder, "web"), "--destination", join(packed, "fetched")], {
      stdio: "pipe",
    });
    expect(readFileSync(join(packed, "fetched/web-1.2.0.tgz")).length).toBeGreaterThan(0);

    const built = kustomize.build({
      tree: folderTree(packed),
      path: "",
      locate: ({ chart, version }) => `fetched/${chart}-${version}.tgz`,
      inflate: (request) => ({ yaml: inflateNatively(helm ?? "", packed, request) }),
    });
    expect(built.yaml).toBe(buildNatively(native ?? "", { input: pulled, path: "", helm: helm ?? "" }));
  });
});
