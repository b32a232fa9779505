import type { Read } from "go-wasm-host";

/** JSON as kubectl and Argo CD read the YAML. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Manifest = { [key: string]: Json };

/** A chart that is declared as a dependency and not in the tree. `version` is Chart.lock's, or else the constraint. */
export interface ChartRef {
  repository: string;
  chart: string;
  version: string;
}

/** One object of the output, in the output's order; hooks are told apart by their annotations. */
export interface Resource {
  manifest: Manifest;
  /** What Helm writes behind `# Source:`, such as `web/charts/db/templates/service.yaml`. */
  template: string;
}

export interface TemplateResult {
  /** Byte for byte what `helm template` prints. */
  yaml: string;
  resources: Resource[];
  /** When there are any, nothing was rendered: fetch them and call again with `dependencies`. */
  needs: ChartRef[];
  /** What Helm logs on the way: a deprecated chart, a condition that is no boolean. */
  warnings: string[];
  /** Every distinct question asked of the tree, absent files included. */
  reads: Read[];
}
