import type { GeneratorContext, GeneratorWorld } from "../applicationset/context.ts";
import type { JsonObject } from "../../model/resource.ts";
import { memoryTree } from "./memory-tree.ts";

/** A world with one repository of the given files, and classic templating unless told. */
export function generatorContext(
  files: Record<string, string> = {},
  overrides: Partial<GeneratorContext> = {},
): GeneratorContext {
  return { ...generatorWorld(files), goTemplate: false, missingKey: "default", ...overrides };
}

export function generatorWorld(
  files: Record<string, string> = {},
  overrides: Partial<GeneratorWorld> = {},
): GeneratorWorld {
  return {
    treeOf: async () => memoryTree(files),
    clusters: [],
    pullRequests: [],
    render: async () => {
      throw new Error("classic templating asks no engine");
    },
    ...overrides,
  };
}

export function applicationSet(spec: JsonObject): JsonObject {
  const template = {
    metadata: { name: "{{name}}" },
    spec: { project: "default", destination: { server: "{{server}}" }, source: { repoURL: "r", path: "{{path}}" } },
  };
  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "ApplicationSet",
    metadata: { name: "set", namespace: "argocd" },
    spec: { template, ...spec },
  };
}
