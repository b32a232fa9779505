import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { nativeTool } from "go-wasm-host/testing";
import type { Case } from "./corpus.ts";
import { filesOf } from "./corpus.ts";

export const nativeHelm = (): string | undefined =>
  nativeTool({ name: "helm", module: "helm.sh/helm/v4", version: "v4.3.1", package: "helm.sh/helm/v4/cmd/helm" });

/** What the native command prints for a case, or says when it fails. */
export function runHelm(helm: string, test: Case): { yaml: string } | { error: string } {
  const work = mkdtempSync(join(tmpdir(), "helm-case-"));
  try {
    for (const [path, content] of Object.entries(filesOf(test))) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), content);
    }
    const run = (args: string[]) =>
      spawnSync(helm, args, { cwd: work, env: isolated(work), encoding: "utf8", maxBuffer: 1 << 26 });
    if (test.build) run(["dependency", "build", test.request.chart, "--skip-refresh"]);
    const done = run(argumentsOf(test.request, (name, text) => writeFileSync(join(work, name), text)));
    if (done.status === 0) return { yaml: done.stdout };
    const said = done.stderr.slice(done.stderr.indexOf("Error: ") + "Error: ".length);
    return { error: said.replace("\n\nUse --debug flag to render out invalid YAML", "").trim() };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function isolated(home: string): NodeJS.ProcessEnv {
  return { HOME: home, HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
}

function argumentsOf(request: Case["request"], writeValues: (name: string, text: string) => void): string[] {
  const args = ["template", request.releaseName, `./${request.chart}`];
  if (request.namespace) args.push("--namespace", request.namespace);
  for (const file of request.valuesFiles ?? []) args.push("--values", file);
  for (const [index, text] of (request.values ?? []).entries()) {
    const name = `.inline-${index}.yaml`;
    writeValues(name, text);
    args.push("--values", name);
  }
  for (const { name, value, forceString } of request.parameters ?? []) {
    const literal = value.startsWith("{") ? value : value.replaceAll(/(?<!\\),/g, String.raw`\,`);
    args.push(forceString ? "--set-string" : "--set", `${name}=${literal}`);
  }
  for (const { name, path } of request.fileParameters ?? []) args.push("--set-file", `${name}=${path}`);
  if (request.kubeVersion) args.push("--kube-version", request.kubeVersion);
  for (const version of request.apiVersions ?? []) args.push("--api-versions", version);
  if (request.includeCrds) args.push("--include-crds");
  if (request.skipHooks) args.push("--no-hooks");
  if (request.skipTests) args.push("--skip-tests");
  if (request.skipSchemaValidation) args.push("--skip-schema-validation");
  return args;
}
