import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nativeTool } from "go-wasm-host/testing";
import { openSchemas } from "kubeconform-wasm";
import type { BenchApplication } from "./repository.ts";

/** The native tools that people pipe together today, and the schemas that they validate against. */
export interface Peers {
  kustomize: string;
  helm: string;
  kubeconform: string;
  schemas: string;
}

/** Builds the tools that are not yet there; undefined, with a notice, where there is no Go. */
export function nativePeers(work: string): Peers | undefined {
  const kustomize = nativeTool({ name: "kustomize", module: "sigs.k8s.io/kustomize/kustomize/v5", version: "v5.8.2" });
  const helm = nativeTool({
    name: "helm",
    module: "helm.sh/helm/v4",
    version: "v4.3.1",
    package: "helm.sh/helm/v4/cmd/helm",
  });
  const kubeconform = nativeTool({
    name: "kubeconform",
    module: "github.com/yannh/kubeconform",
    version: "v0.8.0",
    package: "github.com/yannh/kubeconform/cmd/kubeconform",
  });
  if (!kustomize || !helm || !kubeconform) return undefined;
  return { kustomize, helm, kubeconform, schemas: writeSchemas(join(work, "schemas")) };
}

/** A shell script that renders and validates every Application, `parallel` pipelines at a time, with nothing to download. */
export function pipelineScript(applications: readonly BenchApplication[], peers: Peers, parallel: number): string {
  const validate = `'${peers.kubeconform}' -strict -schema-location '${peers.schemas}/{{ .ResourceKind }}{{ .KindSuffix }}.json'`;
  const lines = applications.map(({ name, kind, path }) => {
    switch (kind) {
      case "kustomize":
        return `'${peers.kustomize}' build ${path} | ${validate}`;
      case "helm":
        return `'${peers.helm}' template ${name} ${path} --namespace ${name} --values ${path}/values-production.yaml | ${validate}`;
      case "directory":
        return `${validate} ${path}`;
    }
  });
  const pipelines = [...lines, `${validate} argocd`].map((line) => `${line}\n`).join("");
  return `set -eu\nxargs -d '\\n' -n 1 -P ${parallel} sh -c <<'PIPELINES'\n${pipelines}PIPELINES\n`;
}

/** The bundled schemas as files, so that both sides judge by the same ones. */
function writeSchemas(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const schemas = openSchemas();
  const version = schemas.versions.at(-1) ?? "";
  for (const { apiVersion, kind } of schemas.kinds(version)) {
    const [group = "", name] = apiVersion.split("/");
    const suffix = name === undefined ? group : `${group.split(".", 1)[0]}-${name}`;
    const schema = schemas.schemaFor({ version, apiVersion, kind, strict: true });
    writeFileSync(join(folder, `${kind}-${suffix}.json`.toLowerCase()), JSON.stringify(schema));
  }
  return folder;
}
