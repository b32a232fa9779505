import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nativeTool } from "go-wasm-host/testing";
import type { HelmChartRequest } from "../src/index.ts";

export const nativeHelm = (): string | undefined =>
  nativeTool({ name: "helm", module: "helm.sh/helm/v4", version: "v4.3.1", package: "helm.sh/helm/v4/cmd/helm" });

/** `helm template` of a chart in a folder. */
export function inflateNatively(helm: string, folder: string, request: HelmChartRequest): string {
  const work = mkdtempSync(join(tmpdir(), "helm-values-"));
  try {
    const values = request.values.flatMap((text, index) => {
      const file = join(work, `${index}.yaml`);
      writeFileSync(file, text);
      return ["-f", file];
    });
    const flags = [
      ...(request.releaseName === undefined ? ["--generate-name"] : [request.releaseName]),
      join(folder, request.chart),
      ...(request.nameTemplate === undefined ? [] : ["--name-template", request.nameTemplate]),
      ...(request.namespace === undefined ? [] : ["--namespace", request.namespace]),
      ...values,
      ...request.apiVersions.flatMap((version) => ["--api-versions", version]),
      ...(request.kubeVersion === undefined ? [] : ["--kube-version", request.kubeVersion]),
      ...(request.includeCrds ? ["--include-crds"] : []),
      ...(request.skipTests ? ["--skip-tests"] : []),
      ...(request.skipHooks ? ["--no-hooks"] : []),
    ];
    return execFileSync(helm, ["template", ...flags], { encoding: "utf8", stdio: "pipe", maxBuffer: 2 ** 28 });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
