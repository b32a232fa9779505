import { describe, expect, test } from "vitest";
import { chartTree } from "../tests/helm-charts.ts";
import { createKustomize, EngineError } from "./index.ts";
import type { ChartRef, Charts, HelmChartRequest } from "./index.ts";

const kustomize = await createKustomize();
const made = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

function build(
  charts: string,
  { locate, inflate, more = {} }: Partial<Charts> & { more?: Record<string, string> } = {},
) {
  const requests: HelmChartRequest[] = [];
  const result = kustomize.build({
    tree: chartTree({ "kustomization.yaml": charts, ...more }),
    path: "",
    locate,
    inflate: (request) => {
      requests.push(request);
      return inflate?.(request) ?? { yaml: made("from-chart") };
    },
  });
  return { ...result, requests };
}

describe("helmCharts", () => {
  test("are inflated by the caller, and take part in the build", () => {
    const { resources, requests, needs } = build(
      "helmCharts: [{name: web, releaseName: shop, namespace: s}]\nnamePrefix: p-\n",
    );
    expect(requests).toEqual([
      {
        chart: "charts/web",
        releaseName: "shop",
        namespace: "s",
        values: [expect.stringContaining("replicas: 1\n")],
        apiVersions: [],
        includeCrds: false,
        skipHooks: false,
        skipTests: false,
      },
    ]);
    expect(resources.map(({ manifest, origin }) => [manifest["metadata"], origin?.path])).toEqual([
      [{ name: "p-from-chart" }, "kustomization.yaml"],
    ]);
    expect(needs).toEqual([]);
  });

  test("get their values in the order in which they win", () => {
    const { requests } = build(
      "helmCharts: [{name: web, valuesFile: v.yaml, additionalValuesFiles: [a.yaml], valuesInline: {replicas: 3}}]\n",
      { more: { "v.yaml": "replicas: 2\nenv: {A: b}\n", "a.yaml": "replicas: 4 # last\n" } },
    );
    expect(requests[0]?.values).toEqual(["env:\n  A: b\nreplicas: 3\n", "replicas: 4 # last\n"]);
  });

  test("of a repository are looked for in the tree, and reported once where they are not", () => {
    const asked: ChartRef[] = [];
    const chart = "{name: db, repo: https://charts.example.com, version: 1.0.0}";
    const { resources, needs, requests } = build(`helmCharts: [${chart}, ${chart}]\nresources: [a.yaml]\n`, {
      locate: (ref) => void asked.push(ref),
      more: { "a.yaml": made("a") },
    });
    const ref = { repository: "https://charts.example.com", chart: "db", version: "1.0.0" };
    expect(asked).toEqual([ref, ref]);
    expect(needs).toEqual([ref]);
    expect(requests).toEqual([]);
    expect(resources).toHaveLength(1);
  });

  test("use a chart that is already where kustomize pulls it to", () => {
    const { requests, needs } = build("helmCharts: [{name: web, repo: oci://example.com/charts, version: 9.9.9}]\n", {
      more: { "charts/web-9.9.9/web/Chart.yaml": "", "charts/web-9.9.9/web/values.yaml": "a: b\n" },
    });
    expect(requests[0]).toMatchObject({ chart: "charts/web-9.9.9/web", values: ["a: b\n"] });
    expect(needs).toEqual([]);
  });

  test("go on without a chart whose own dependency is missing", () => {
    const missing = { repository: "https://charts.example.com", chart: "library", version: "2.x" };
    const { needs, resources } = build("helmCharts: [{name: web}]\n", { inflate: () => ({ missing }) });
    expect(needs).toEqual([missing]);
    expect(resources).toEqual([]);
  });

  test("that are missing are why a build fails, not the patch for what they would have brought", () => {
    const patched = "patches: [{path: p.yaml}]\n";
    const more = { "p.yaml": made("from-chart") };
    const { needs, resources, reads } = build(
      `helmCharts: [{name: web, repo: https://example.com, version: 1.0.0}]\n${patched}`,
      { locate: () => undefined, more },
    );
    expect(needs).toEqual([{ repository: "https://example.com", chart: "web", version: "1.0.0" }]);
    expect(resources).toEqual([]);
    expect(reads).toContainEqual({ op: "read", path: "p.yaml", found: true });
    expect(() => build(patched, { more })).toThrow(/there is a patch for ConfigMap "from-chart"/);
  });

  test("fail as the caller's Helm fails", () => {
    const error = new EngineError("invalid", "templates/x.yaml:3: nil pointer");
    const inflate = () => {
      throw error;
    };
    expect(() => build("helmCharts: [{name: web}]\n", { inflate })).toThrow(error);
  });

  test("need a chart or a repository", () => {
    expect(() => build("helmCharts: [{name: nowhere}]\n")).toThrow(
      "no repo specified for pull, no chart found at 'charts/nowhere'",
    );
  });
});
