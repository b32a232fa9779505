import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chartArchive } from "../../../registries/chart-archive.ts";
import type { PublishedChart } from "../../../registries/chart-repository.ts";

/**
 * Small charts under the names and versions of those that the platform takes from the internet: they take the same values
 * and bring pods, a volume, an Ingress and a CRD, but nothing that measures.
 */
export const standInCharts = (): PublishedChart[] => [
  chart("kube-prometheus-stack", "56.0.0", {
    "crds/servicemonitors.yaml": "servicemonitors.yaml",
    "templates/grafana.yaml": "grafana.yaml",
  }),
  chart("loki", "18.11.0", { "templates/loki.yaml": "loki.yaml" }),
  chart("alloy", "1.11.1", { "templates/alloy.yaml": "alloy.yaml" }),
];

function chart(name: string, version: string, files: Readonly<Record<string, string>>): PublishedChart {
  const read = (file: string): string => readFileSync(join(import.meta.dirname, "charts", file), "utf8");
  const extra = Object.fromEntries(Object.entries(files).map(([path, file]) => [path, read(file)]));
  return { name, version, archive: chartArchive(name, version, extra) };
}
