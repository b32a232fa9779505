import { join } from "node:path";
import { memoryTree, readFolder } from "go-wasm-host/testing";
import type { FileTree, KustomizeOptions } from "../src/index.ts";

/** A kustomization with `helmCharts`, next to the chart in tests/charts (as charts/web). */
export interface ChartCase {
  name: string;
  files: Record<string, string>;
  path?: string;
  options?: KustomizeOptions;
}

export const chartFolder = join(import.meta.dirname, "charts");

const charts = Object.fromEntries(
  Object.entries(readFolder(chartFolder)).map(([path, content]) => [`charts/${path}`, content]),
);

export const chartTree = (files: ChartCase["files"]): FileTree => memoryTree({ ...charts, ...files });

const only = (chart: string, rest = "") => ({
  "kustomization.yaml": `helmCharts:\n  - name: web\n    ${chart}\n${rest}`,
});
const inline = "valuesInline: {replicas: 3, image: {tag: null}, ports: [8080], env: {A: b}}";

export const chartCases: readonly ChartCase[] = [
  { name: "releaseName and namespace", files: only("releaseName: shop\n    namespace: store") },
  {
    name: "valuesFile",
    files: { ...only("releaseName: shop\n    valuesFile: v.yaml"), "v.yaml": "replicas: 2\nports: []\n" },
  },
  { name: "valuesInline", files: only(`releaseName: shop\n    ${inline}`) },
  { name: "valuesMerge: override", files: only(`releaseName: shop\n    valuesMerge: override\n    ${inline}`) },
  { name: "valuesMerge: merge", files: only(`releaseName: shop\n    valuesMerge: merge\n    ${inline}`) },
  { name: "valuesMerge: replace", files: only(`releaseName: shop\n    valuesMerge: replace\n    ${inline}`) },
  {
    name: "valuesFile with valuesInline and additionalValuesFiles",
    files: {
      ...only(
        `releaseName: shop\n    valuesFile: v.yaml\n    additionalValuesFiles: [a.yaml, sub/b.yaml]\n    ${inline}`,
      ),
      "v.yaml": "# kept?\nreplicas: 2\nimage: {name: apache}\n",
      "a.yaml": "replicas: 4\nenv: {B: a}\n",
      "sub/b.yaml": "env: {B: b}\n",
    },
  },
  { name: "includeCRDs", files: only("releaseName: shop\n    includeCRDs: true") },
  { name: "skipHooks", files: only("releaseName: shop\n    skipHooks: true") },
  { name: "skipTests", files: only("releaseName: shop\n    skipTests: true") },
  {
    name: "apiVersions and kubeVersion",
    files: only("releaseName: shop\n    apiVersions: [example.com/v1]\n    kubeVersion: 1.33.2"),
  },
  {
    name: "apiVersions and kubeVersion of the build",
    files: only("releaseName: shop"),
    options: { kubeVersion: "1.32.0", apiVersions: ["example.com/v1", "other.com/v1"] },
  },
  {
    name: "kubeVersion of the kustomization over that of the build",
    files: only("releaseName: shop\n    kubeVersion: 1.33.2"),
    options: { kubeVersion: "1.32.0" },
  },
  { name: "nameTemplate", files: only('nameTemplate: "{{ printf \\"made-%d\\" 7 }}"') },
  { name: "namespace of the kustomization", files: only("releaseName: shop", "namespace: north\n") },
  {
    name: "namespace of chart and kustomization",
    files: only("releaseName: shop\n    namespace: store", "namespace: north\n"),
  },
  {
    name: "namespace of an overlay",
    path: "overlay",
    files: {
      "base/kustomization.yaml":
        "helmGlobals: {chartHome: ../charts}\nhelmCharts: [{name: web, releaseName: shop, valuesFile: v.yaml}]\nresources: [c.yaml]\n",
      "base/v.yaml": "replicas: 6\n",
      "base/c.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n",
      "overlay/kustomization.yaml": "namespace: south\nresources: [../base]\n",
    },
  },
  {
    name: "names, labels, images and patches on top",
    files: only(
      "releaseName: shop",
      `
namePrefix: p-
labels: [{pairs: {a: b}, includeSelectors: true}]
images: [{name: nginx, newTag: "9"}]
patches:
  - target: {kind: Deployment}
    patch: |-
      - {op: replace, path: /spec/replicas, value: 8}
`,
    ),
  },
  { name: "two releases of a chart", files: only("releaseName: one\n  - name: web\n    releaseName: two") },
  {
    name: "the older field",
    files: {
      "kustomization.yaml":
        "helmChartInflationGenerator:\n  - chartName: web\n    releaseName: old\n    values: v.yaml\n",
      "v.yaml": "replicas: 5\n",
    },
  },
  {
    name: "a generator",
    files: {
      "kustomization.yaml": "generators: [g.yaml]\n",
      "g.yaml":
        "apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: {name: g}\nname: web\nreleaseName: made\nvaluesInline: {replicas: 4}\n",
    },
  },
];
