import { mount } from "../../tree/index.ts";
import type { Engines, Sources, Tree, Trees } from "../contracts.ts";
import type { GitopsOptions, RenderRequest } from "../options.ts";
import { memoryTree } from "./memory-tree.ts";

export const repoURL = "https://github.com/acme/platform.git";

export interface RepositoryParts {
  files: Readonly<Record<string, string | Uint8Array>>;
  revisions?: Readonly<Record<string, Tree>>;
  sources?: Partial<Sources>;
  opened?: Readonly<Record<string, Tree>>;
  options?: Partial<GitopsOptions>;
}

/** A request over an in-memory repository that knows its own URL. */
export function repositoryRequest(engines: Engines, parts: RepositoryParts): RenderRequest {
  const { files, revisions = {}, opened = {}, sources = {}, options = {} } = parts;
  const trees: Trees = {
    treeAt: async (revision) => revisions[revision],
    open: async (directory) => opened[directory] ?? memoryTree({}),
    mount,
  };
  return {
    tree: memoryTree(files),
    trees,
    engines,
    sources: {
      chart: async () => ({ unavailable: "there is no network in this test" }),
      file: async () => ({ unavailable: "there is no network in this test" }),
      git: async () => ({ unavailable: "there is no network in this test" }),
      ...sources,
    },
    options: {
      repositories: [repoURL],
      branches: ["main"],
      revision: "0123456789abcdef0123456789abcdef01234567",
      kubernetesVersion: "1.34.0",
      ...options,
    },
  };
}

/** An Application as YAML; `spec` is indented by two spaces already. */
export function applicationYaml(name: string, path: string, extra = "", metadata = ""): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
${metadata}spec:
  project: default
  destination: {server: https://kubernetes.default.svc, namespace: ${name}}
  source:
    repoURL: ${repoURL}
    path: ${path}
    targetRevision: HEAD
${extra}`;
}

export function configMapYaml(name: string, data = "v"): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  k: ${JSON.stringify(data)}\n`;
}
