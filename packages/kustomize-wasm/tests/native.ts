import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { KustomizeOptions } from "../src/index.ts";

export interface NativeBuild {
  input: string;
  path: string;
  options?: KustomizeOptions;
  loadRestrictor?: "rootOnly" | "none";
  /** The helm program, for `--enable-helm`. */
  helm?: string;
}

/** `kustomize build` on a copy of the input, edited first as Argo CD edits its checkout. Throws if kustomize fails. */
export function buildNatively(
  kustomize: string,
  { input, path, options = {}, loadRestrictor, helm }: NativeBuild,
): string {
  const copy = mkdtempSync(join(tmpdir(), "kustomize-native-"));
  try {
    cpSync(input, copy, { recursive: true });
    const cwd = join(copy, path);
    const run = (...args: string[]) =>
      execFileSync(kustomize, args, { cwd, encoding: "utf8", stdio: "pipe", maxBuffer: 2 ** 28 });
    for (const command of edits(options, cwd)) {
      if (typeof command === "function") command();
      else run("edit", ...command);
    }
    const flags = [
      ...(loadRestrictor === "none" ? ["--load-restrictor", "LoadRestrictionsNone"] : []),
      ...(helm ? ["--enable-helm", "--helm-command", helm] : []),
      ...(options.kubeVersion ? ["--helm-kube-version", options.kubeVersion] : []),
      ...(options.apiVersions ?? []).flatMap((version) => ["--helm-api-versions", version]),
    ];
    return run("build", ".", ...flags);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

type Edit = string[] | (() => void);

/** The commands of Argo CD 3.6, util/kustomize/kustomize.go, in its order. */
function* edits(options: KustomizeOptions, cwd: string): Generator<Edit> {
  const { namePrefix, nameSuffix, images = [], replicas = [], namespace, patches = [] } = options;
  if (namePrefix) yield ["set", "nameprefix", "--", namePrefix];
  if (nameSuffix) yield ["set", "namesuffix", "--", nameSuffix];
  if (images.length) yield ["set", "image", ...images];
  if (replicas.length) yield ["set", "replicas", ...replicas.map(({ name, count }) => `${name}=${count}`)];
  const labels = pairs(options.commonLabels);
  const labelFlags = [
    ...(options.forceCommonLabels ? ["--force"] : []),
    ...(options.labelWithoutSelector ? ["--without-selector"] : []),
    ...(options.labelIncludeTemplates ? ["--include-templates"] : []),
  ];
  if (labels.length) yield ["add", "label", ...labelFlags, ...labels];
  const annotations = pairs(options.commonAnnotations);
  if (annotations.length) {
    yield ["add", "annotation", ...(options.forceCommonAnnotations ? ["--force"] : []), ...annotations];
  }
  if (namespace) yield ["set", "namespace", "--", namespace];
  if (patches.length) yield () => addPatches(kustomizationIn(cwd), patches);
  const components = presentComponents(options, cwd);
  if (components.length) yield ["add", "component", ...components];
}

const pairs = (values: Readonly<Record<string, string>> = {}) =>
  Object.entries(values).map(([key, value]) => `${key}:${value}`);

function addPatches(file: string, patches: readonly object[]): void {
  const kustomization = parse(readFileSync(file, "utf8"));
  writeFileSync(file, stringify({ ...kustomization, patches: [...(kustomization.patches ?? []), ...patches] }));
}

function presentComponents(
  { components = [], ignoreMissingComponents }: KustomizeOptions,
  cwd: string,
): readonly string[] {
  if (!ignoreMissingComponents) return components;
  const found = components.find((component) => existsSync(join(cwd, component, "kustomization.yaml")));
  return found === undefined ? [] : [found];
}

function kustomizationIn(folder: string): string {
  const found = ["kustomization.yaml", "kustomization.yml", "Kustomization"].find((name) =>
    existsSync(join(folder, name)),
  );
  return join(folder, found ?? "kustomization.yaml");
}
